// YAML text to located nodes: the only file that opens yaml-cpp. It listens to the parser's events, so nothing is lost
// that the library's own tree would lose (keys given twice, where a value stands, whether it was quoted).
#include "input/yaml.hpp"

#include "input/mask.hpp"
#include "input/source.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>
#include <unordered_map>

namespace restock {

namespace {

struct Stop {};  // thrown to leave the parser once nothing more can be learnt

class Builder : public YAML::EventHandler {
 public:
  Builder(const Lines& lines, std::uint32_t file, Report& report) : lines_(lines), file_(file), report_(report) {}

  Node root;
  bool found = false;
  YAML::Mark begins;

  void OnDocumentStart(const YAML::Mark& mark) override { begins = mark; }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Node node;
    node.where = where(mark);
    put(std::move(node), anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto known = anchors_.find(anchor);
    if (known == anchors_.end()) {
      problem(where(mark), {"cyclic_alias", "this alias stands inside what it stands for", "write the value out"});
      throw Stop{};
    }
    copied_ += known->second.count;
    if (copied_ > most_copied_nodes) {
      problem(where(mark), {"too_many_copies", "aliases multiply this file to more than a million values", {}});
      throw Stop{};
    }
    Node copy = known->second.node;
    copy.where = where(mark);
    put(std::move(copy), YAML::NullAnchor);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    Node node = scalar_node(unmask(value), where(mark));
    node.quoted = tag == "!";
    check_tag(node.where, tag);
    put(std::move(node), anchor);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(Node::Kind::list, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(Node::Kind::map, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

  Where where(const YAML::Mark& mark) const {
    if (mark.line < 0) return {file_, 0, 0};
    return lines_.at_line(static_cast<std::size_t>(mark.line), static_cast<std::size_t>(mark.column), file_);
  }

 private:
  struct Frame {
    Node node;
    YAML::anchor_t anchor = YAML::NullAnchor;
    bool has_key = false;
    std::string key;
    Where key_where;
    std::unordered_map<std::string, int> lines;  // of the keys so far
  };
  struct Anchored {
    Node node;
    std::size_t count = 1;
  };

  void problem(Where at, const Fault& fault) { report_.error(at, Path{}, fault); }
  void check_tag(Where at, const std::string& tag) {
    if (!tag.empty() && tag != "?" && tag != "!")
      problem(at, {"tag", "the tag " + tag + " is not supported", "remove it; put quotes around text"});
  }
  void open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    Frame frame;
    frame.node.kind = kind;
    frame.node.where = where(mark);
    frame.anchor = anchor;
    check_tag(frame.node.where, tag);
    if (stack_.size() >= deepest_nesting) {
      problem(frame.node.where, {"too_deep", "more than 100 levels of nesting", {}});
      throw Stop{};
    }
    stack_.push_back(std::move(frame));
  }
  void close() {
    Frame frame = std::move(stack_.back());
    stack_.pop_back();
    put(std::move(frame.node), frame.anchor);
  }
  void put(Node node, YAML::anchor_t anchor) {
    if (anchor != YAML::NullAnchor) anchors_[anchor] = {node, count(node)};
    if (stack_.empty()) {
      root = std::move(node);
      found = true;
      return;
    }
    Frame& top = stack_.back();
    if (top.node.kind == Node::Kind::list) {
      top.node.children.push_back(std::move(node));
    } else if (!top.has_key) {
      begin_entry(top, node);
    } else {
      top.has_key = false;
      if (top.key.empty()) return;  // a bad key: reported, its value dropped
      node.key = std::move(top.key);
      node.key_where = top.key_where;
      if (node.is_null()) node.where = node.key_where;
      top.node.children.push_back(std::move(node));
    }
  }
  void begin_entry(Frame& top, Node& key) {
    top.has_key = true;
    top.key.clear();
    top.key_where = key.where;
    if (!key.is_scalar()) {
      problem(key.where, key.is_null() ? Fault{"empty_key", "a key is missing here", "two commas, or a comma too many?"}
                                       : Fault{"complex_key", "a list or mapping cannot be a key", {}});
    } else if (key.text.empty()) {
      problem(key.where, {"empty_key", "the key is empty", {}});
    } else if (key.text == "<<" && !key.quoted) {
      problem(key.where, {"merge_key", "merge keys (<<) are not supported",
                          "write the keys out, or use a CSV table with defaults"});
    } else if (const auto [first, fresh] = top.lines.emplace(key.text, key.where.line); !fresh) {
      problem(key.where, {"duplicate_key", key.text + " is given twice, first on line " + std::to_string(first->second),
                          "remove one of the two"});
    } else {
      top.key = std::move(key.text);
    }
  }
  static std::size_t count(const Node& node) {
    std::size_t n = 1;
    for (const Node& child : node.children) n += count(child);
    return n;
  }

  const Lines& lines_;
  std::uint32_t file_;
  Report& report_;
  std::vector<Frame> stack_;
  std::unordered_map<YAML::anchor_t, Anchored> anchors_;
  std::size_t copied_ = 0;
};

std::string hint_for(const std::string& message) {
  if (message.find("map value") != std::string::npos || message.find("mapping values") != std::string::npos)
    return "check the indentation, and put quotes around text that contains a colon";
  if (message.find("end of map") != std::string::npos || message.find("end of sequence") != std::string::npos)
    return "check the indentation, and that every { and [ is closed";
  if (message.find("anchor") != std::string::npos || message.find("alias") != std::string::npos)
    return "put quotes around text that begins with * or &";
  if (message.find("unknown token") != std::string::npos)
    return "indent with spaces, not tabs; put quotes around special characters";
  return "check the indentation, colons and brackets";
}

}  // namespace

bool check_characters(std::string_view text, std::uint32_t file, Report& report) {
  const Lines lines(text);
  if (const std::size_t bad = first_bad_utf8(text); bad != std::string_view::npos) {
    report.error(lines.at(bad, file), {}, {"not_utf8", "this is not UTF-8 text", "save the file as UTF-8"});
    return false;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if ((c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7F) {
      report.error(lines.at(i, file), {},
                   {"control_character", "a control character (number " + std::to_string(c) + ")", "remove it"});
      return false;
    }
  }
  return true;
}

std::optional<Node> parse_yaml(std::string_view text, std::uint32_t file, Report& report) {
  const Lines lines(text);
  const Masked masked = mask_calls(text);
  for (const auto& [offset, fault] : masked.problems) report.error(lines.at(offset, file), {}, fault);
  if (!masked.problems.empty()) return std::nullopt;
  Builder builder(lines, file, report);
  try {
    std::istringstream in(masked.text);
    YAML::Parser parser(in);
    if (!parser.HandleNextDocument(builder) || !builder.found) return Node{};
    Builder rest(lines, file, report);
    bool more = false;
    try {
      more = parser.HandleNextDocument(rest);
    } catch (const YAML::Exception&) {
      more = true;
    }
    if (more)
      report.error(
          rest.begins.line > 0 ? rest.where(rest.begins) : builder.root.where, {},
          {"second_document", "a second document begins here", "one scenario is one document: remove the --- line"});
  } catch (const Stop&) {
    return std::nullopt;
  } catch (const YAML::Exception& broken) {
    report.error(builder.where(broken.mark), {},
                 {"broken_yaml", "not valid YAML: " + broken.msg, hint_for(broken.msg)});
    return std::nullopt;
  }
  return std::move(builder.root);
}

}  // namespace restock
