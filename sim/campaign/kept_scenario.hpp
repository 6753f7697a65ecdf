// The scenario that a result keeps, laid out in a folder of its own with the tables and scripts it was read from, so
// that it can be run again. Used by app/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace restock {

/// A table or script as `tables_as_comments` keeps it.
struct KeptTable {
  std::string name;  ///< from the scenario's folder
  std::size_t bytes = 0;
  std::uint64_t hash = 0;
  bool has_content = false;  ///< else it was too large: only its hash is kept
  std::string content = {};
};

struct KeptText {
  std::string scenario;  ///< YAML
  std::vector<KeptTable> tables;
};

/// Takes the text of a result apart. Throws ResultError, naming `result`, where it is not what results keep.
KeptText take_apart(const std::string& text, const std::string& result);

class KeptScenario {
 public:
  /// `text` as kept in `result`. Tables too large to be kept are looked for in `tables` (the folder in which the
  /// scenario lay). Throws ResultError when one is not there, or is not what it was.
  KeptScenario(const std::string& text, const std::string& result, const std::string& tables);
  ~KeptScenario();
  KeptScenario(const KeptScenario&) = delete;
  KeptScenario& operator=(const KeptScenario&) = delete;

  /// The scenario file. It is gone with this value.
  std::string path() const { return folder_ + "/scenario.yaml"; }
  /// For whatever else is needed only as long.
  const std::string& folder() const { return folder_; }

 private:
  void lay_out(const KeptText& text, const std::string& result, const std::string& tables) const;

  std::string folder_;
};

}  // namespace restock
