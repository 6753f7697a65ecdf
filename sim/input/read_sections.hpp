// Reads the items of a section: from a mapping, a list, tables, or a list with tables in it. Used by read.cpp only.
#pragma once

#include "input/reader.hpp"
#include "input/script_file.hpp"
#include "input/section.hpp"
#include "input/table.hpp"
#include "input/trace.hpp"
#include "input/volumes.hpp"

#include <unordered_map>

namespace restock {

/// The items of one section, with their names made certain.
template <SectionItem T>
class SectionReader {
 public:
  SectionReader(ReadContext& context, const Path& path, std::vector<T>& out)
      : context_(context), path_(path), out_(out) {}

  bool read(const Node& node) {
    if (node.is_map()) {
      for (const Node& child : node.children) fine_ = item(child, child.key, child.key_where, false) && fine_;
    } else if (node.is_list()) {
      for (const Node& element : node.children) fine_ = this->element(element) && fine_;
    } else if (node.is_scalar()) {
      fine_ = table(node.text, node, nullptr);
    } else {
      fine_ = refuse(context_, node, path_, {"missing_value", "has no value", "write the items, or remove the key"});
    }
    return fine_;
  }

 private:
  bool element(const Node& element) {
    if (is_table(element)) {
      const Node defaults = table_defaults(element);
      const Node* file = element.find(file_key);
      return expect_scalar(context_, *file, path_.named(file_key), "the name of a CSV file") &&
             table(file->text, *file, &defaults);
    }
    if (element.is_scalar() && element.text.ends_with(".csv")) return table(element.text, element, nullptr);
    return listed(element);
  }

  /// An item of a list or a row of a table: its name is inside.
  bool listed(const Node& node) {
    const Node* name = node.find(name_key);
    if (name && !expect_scalar(context_, *name, path_.at(out_.size()).named(name_key), "a name")) return skip();
    const std::string called = item_name(path_.segment, node);
    if (called.empty() && !name && name_required<T> && node.is_map()) {
      context_.report.error(
          node.where, path_.at(position_),
          {"missing_key", "name is missing", "every item of " + std::string(path_.segment) + " needs a name"});
      skip();
      T ignored{};
      init(ignored);
      const Path here = path_.at(position_ - 1);
      FieldReader reader(context_, node, here);
      T::fields(ignored, reader);
      reader.finish();
      return false;
    }
    return item(node, called, name ? name->where : node.where, true);
  }
  bool skip() {
    ++position_;
    return false;
  }
  void init(T& one) {
    if constexpr (std::is_same_v<T, DemandEntry>) {
      if (context_.customers) one.customers = *context_.customers;
    }
  }

  bool item(const Node& node, const std::string& name, Where where, bool name_inside) {
    const Path path = name.empty() ? path_.at(position_) : path_.named(name);
    ++position_;
    bool fine = true;
    if (name_inside ? node.find(name_key) != nullptr || !name.empty() : true) {
      if (const auto fault = name_fault(name)) {
        context_.report.error(where, path, *fault);
        fine = false;
      } else if (const auto [first, fresh] = names_.emplace(name, where); !fresh) {
        context_.report.error(where, path,
                              {"duplicate_name", "the name is given twice, first " + place(first->second, where),
                               std::is_same_v<T, Lane> ? "give one of the two lanes a name of its own"
                                                       : "names are unique within " + std::string(path_.segment)});
        fine = false;
      }
    }
    if (!node.is_map())
      return refuse(context_, node, path,
                    node.is_null() ? Fault{"missing_value", "has no value", "write {} when its defaults will do"}
                                   : Fault{"wrong_type", "is " + found(node) + ", not a mapping of keys to values",
                                           "write { key: value, … }; tables are named by file: in a list"});
    T one{};
    init(one);
    one.name = name;
    one.where = where;
    FieldReader reader(context_, node, path);
    if (name_inside) reader.skip(name_key);
    T::fields(one, reader);
    fine = reader.finish() && fine;
    if constexpr (std::is_same_v<T, DemandEntry>) {
      if (fine && std::holds_alternative<TraceArrivals>(one.arrivals)) fine = trace(node, path, one);
      if (fine && !one.volume_file.empty())
        fine = read_volumes(context_.sources, context_.report, one.volume_file, *node.find("volumes"),
                            path.named("volumes"), one.volumes);
    }
    if constexpr (std::is_same_v<T, ReplenishmentRule>) {
      if (fine && std::holds_alternative<ScriptPolicy>(one.policy)) {
        const Node* written = node.find("file");
        fine = read_script(context_.sources, context_.report, written ? *written : *node.find("policy"),
                           path.named("file"), one);
      }
    }
    if (fine) out_.push_back(std::move(one));
    return fine;
  }

  bool trace(const Node& node, const Path& path, T& entry) {
    const Node* written = node.find("arrivals");
    if (!context_.start_known) return false;
    return read_trace(context_.sources, context_.report, std::get<TraceArrivals>(entry.arrivals).file, *written,
                      context_.start_epoch_us, path.named("arrivals"), entry.trace);
  }

  bool table(const std::string& file, const Node& named_at, const Node* defaults) {
    const std::optional<TableShape> shape = section_shape(path_.segment);
    return shape && each_row(context_.sources, context_.report, file, named_at, defaults, *shape, path_,
                             [this](const Node& row) { return fine_ = listed(row) && fine_; });
  }

  std::string place(Where first, Where now) const {
    std::string text = "on line " + std::to_string(first.line);
    if (first.file != now.file && first.file < context_.sources.names.size())
      text += " of " + context_.sources.names[first.file];
    return text;
  }

  ReadContext& context_;
  const Path& path_;
  std::vector<T>& out_;
  std::unordered_map<std::string, Where> names_;
  std::size_t position_ = 0;
  bool fine_ = true;
};

template <SectionItem T>
bool read_section(ReadContext& context, const Node& node, const Path& path, std::vector<T>& out) {
  return SectionReader<T>(context, path, out).read(node);
}

}  // namespace restock
