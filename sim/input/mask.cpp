// A scanner of YAML's outer structure: just enough to know where a plain scalar begins.
#include "input/mask.hpp"

#include <cctype>

namespace restock {

namespace {

// Characters of calls that YAML would trip over, and the control characters that stand for them. Byte 0x04 is left out:
// yaml-cpp takes it for the end of the input.
constexpr std::string_view special = " \t:,[]{}#\"'&*!|>%@`?\\";
constexpr std::string_view stand_in =
    "\x01\x02\x03\x05\x06\x07\x08\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B";
static_assert(special.size() == stand_in.size());

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-'; }
bool is_gap(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0'; }
bool is_flow_mark(char c) { return c == ',' || c == '[' || c == ']' || c == '{' || c == '}'; }

class Scanner {
 public:
  explicit Scanner(std::string_view text) : in_(text) { out_.text = std::string(text); }

  Masked run() {
    while (at_ < in_.size()) line();
    if (!open_.empty() && out_.problems.empty())
      fault(open_.back(), {"broken_yaml", std::string("this ") + in_[open_.back()] + " is never closed", "close it"});
    return std::move(out_);
  }

 private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < in_.size() ? in_[at_ + ahead] : '\0'; }
  bool at_end_of_line() const { return at_ >= in_.size() || peek() == '\n'; }
  void skip_line() {
    while (!at_end_of_line()) ++at_;
  }
  long column(std::size_t offset) const { return static_cast<long>(offset - line_start_); }
  void fault(std::size_t offset, Fault fault) { out_.problems.emplace_back(offset, std::move(fault)); }

  void line() {
    line_start_ = at_;
    if (open_.empty() && (in_.substr(at_).starts_with("---") || in_.substr(at_).starts_with("...")) &&
        is_gap(peek(3))) {
      owner_ = -1;
      plain_open_ = false;
      at_ += 3;
    } else if (open_.empty() && peek() == '%' && owner_ < 0) {
      skip_line();
    }
    while (peek() == ' ' || peek() == '\t') ++at_;
    if (!at_end_of_line() && peek() != '\r' && plain_open_) {
      const bool continues =
          peek() != '#' &&
          (!open_.empty() ? !is_flow_mark(peek()) && !(peek() == ':' && is_gap(peek(1))) : column(at_) > owner_);
      plain_open_ = false;
      if (continues) plain(true);
    }
    while (!at_end_of_line()) token();
    ++at_;
  }

  void token() {
    const char c = peek();
    const bool alone = is_gap(peek(1));
    if (is_gap(c)) {
      ++at_;
    } else if (c == '#') {
      skip_line();
    } else if (!open_.empty() && (c == ':' || (alone && (c == '-' || c == '?')))) {
      ++at_;
    } else if (open_.empty() && alone && (c == '-' || c == '?' || c == ':')) {
      if (c != ':') owner_ = column(at_);
      ++at_;
    } else if (c == '[' || c == '{') {
      open_.push_back(at_++);
    } else if (c == ']' || c == '}') {
      if (!open_.empty()) open_.pop_back();
      ++at_;
    } else if (c == ',') {
      ++at_;
    } else if (c == '"' || c == '\'') {
      quoted(c);
    } else if (c == '&' || c == '*' || c == '!') {
      while (!is_gap(peek()) && !(!open_.empty() && is_flow_mark(peek()))) ++at_;
    } else if (open_.empty() && (c == '|' || c == '>')) {
      block_scalar();
    } else {
      plain(false);
    }
  }

  void quoted(char quote) {
    const std::size_t start = at_++;
    const long start_column = column(start);
    while (at_ < in_.size()) {
      if (quote == '"' && peek() == '\\') {
        at_ += 2;
      } else if (peek() == quote) {
        ++at_;
        if (quote == '"' || peek() != '\'') {
          if (open_.empty() && peek() == ':' && is_gap(peek(1))) owner_ = start_column;
          return;
        }
        ++at_;
      } else {
        if (peek() == '\n') line_start_ = at_ + 1;
        ++at_;
      }
    }
    at_ = in_.size();
    fault(start, {"unterminated_quote", "this quote is never closed", "close it, or remove it"});
  }

  void block_scalar() {
    skip_line();
    while (at_ < in_.size()) {
      std::size_t next = at_ + 1;
      while (next < in_.size() && in_[next] == ' ') ++next;
      const bool blank = next >= in_.size() || in_[next] == '\n' || in_[next] == '\r';
      if (!blank && static_cast<long>(next - at_ - 1) <= owner_) return;
      at_ = next;
      skip_line();
    }
  }

  void plain(bool continuing) {
    const std::size_t start = at_;
    std::size_t length = 0;
    const std::string_view rest = in_.substr(at_, in_.find('\n', at_) - at_);
    if (!continuing && begins_call(rest, length)) {
      if (length == 0) {
        fault(start, {"unclosed_call", "this parenthesis is not closed on its line",
                      "close it; a long call can be written as a mapping: { kind: …, … }"});
        skip_line();
        return;
      }
      if (ends_scalar(start + length)) {
        for (std::size_t i = start; i < start + length; ++i)
          if (const auto which = special.find(in_[i]); which != std::string_view::npos) out_.text[i] = stand_in[which];
        at_ = start + length;
        return;
      }
    }
    while (!at_end_of_line()) {
      const char c = peek();
      if (c == '#' && at_ > start && is_gap(in_[at_ - 1])) return;
      if (c == ':' && (is_gap(peek(1)) || (!open_.empty() && is_flow_mark(peek(1))))) {
        if (open_.empty()) owner_ = column(start);
        ++at_;
        return;
      }
      if (!open_.empty() && is_flow_mark(c)) return;
      ++at_;
    }
    plain_open_ = true;
  }

  /// Whether a plain scalar can end here: then the call is all of it.
  bool ends_scalar(std::size_t offset) const {
    const std::size_t after = offset;
    while (offset < in_.size() && (in_[offset] == ' ' || in_[offset] == '\t')) ++offset;
    if (offset >= in_.size()) return true;
    const char c = in_[offset];
    const char next = offset + 1 < in_.size() ? in_[offset + 1] : '\0';
    return c == '\n' || c == '\r' || (c == '#' && offset > after) || (c == ':' && is_gap(next)) ||
           (!open_.empty() && is_flow_mark(c) && c != '[' && c != '{');
  }

  std::string_view in_;
  Masked out_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  std::vector<std::size_t> open_;  // the [ and { that are open
  long owner_ = -1;                // column of the last key or dash: deeper text belongs to it
  bool plain_open_ = false;        // the last line ended inside a plain scalar, which the next may continue
};

}  // namespace

bool begins_call(std::string_view text, std::size_t& length) {
  length = 0;
  std::size_t i = 0;
  while (i < text.size() && is_word(text[i])) ++i;
  if (i == 0 || std::isalpha(static_cast<unsigned char>(text[0])) == 0 || i >= text.size() || text[i] != '(')
    return false;
  int depth = 0;
  char opener = '(';  // the last character that was not a blank: a quote opens only where a value may begin
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '(') ++depth;
    if (c == ')' && --depth == 0) {
      length = i + 1;
      return true;
    }
    if ((c == '"' || c == '\'') && (opener == '(' || opener == ',' || opener == ':' || opener == '[')) {
      const auto close = text.find(c, i + 1);
      if (close == std::string_view::npos) return true;
      i = close;
    }
    if (!is_gap(c)) opener = text[i];
  }
  return true;
}

Masked mask_calls(std::string_view text) { return Scanner(text).run(); }

std::string unmask(std::string_view text) {
  std::string clear(text);
  for (char& c : clear)
    if (const auto which = stand_in.find(c); which != std::string_view::npos) c = special[which];
  return clear;
}

}  // namespace restock
