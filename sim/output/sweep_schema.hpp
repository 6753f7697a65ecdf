// The files of a sweep as data: its result is the result table with design points in front, and cells on their way
// there lie in files of their own, one row a cell. Used by the writers and readers of this room, and by the reference
// page.
#pragma once

#include "output/cell_values.hpp"
#include "output/schema.hpp"

#include <span>
#include <string>
#include <vector>

namespace restock {

inline constexpr std::string_view sweep_filetype = "restock.sweep";
inline constexpr std::string_view cells_filetype = "restock.cells";

/// The result of a sweep: every dataset over alternatives is over design points first, and every group has the factors.
std::vector<Variable> sweep_schema_table(const std::vector<FactorColumn>& factors);

/// A file of cells: labels, then one row a cell.
std::vector<Variable> cells_schema_table(const std::vector<FactorColumn>& factors);

/// Names that a factor cannot have because datasets have them.
bool is_dataset_name(const std::string& name);

/// The fields of CellValues that lie in datasets of the same name.
struct RealField {
  const char* name;
  std::vector<double> CellValues::*values;
};
struct WholeField {
  const char* name;
  std::vector<std::int64_t> CellValues::*values;
};
std::span<const RealField> real_fields();
/// Whether it is by site or by stock point.
bool is_table(const RealField& field);
std::span<const WholeField> whole_fields();

}  // namespace restock
