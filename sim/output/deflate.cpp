#include "output/deflate.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace restock {

namespace {

constexpr unsigned end_of_block = 256, most_code_bits = 15;
constexpr std::size_t longest = 258, shortest = 3, farthest = 32'768, most_stored = 65'535;

/// A symbol of lengths or distances, and the bits that follow it (RFC 1951, 3.2.5).
struct Symbol {
  std::uint16_t symbol = 0, extra = 0;
  std::uint8_t extra_bits = 0;
};

/// Of `value` counted from 0, where every `2^steps` symbols their width doubles.
constexpr Symbol symbol_of(std::size_t value, unsigned steps) {
  const std::size_t width = static_cast<std::size_t>(std::bit_width(value));
  if (width <= steps + 1) return {static_cast<std::uint16_t>(value), 0, 0};
  const std::size_t extra_bits = width - steps - 1;
  return {static_cast<std::uint16_t>((extra_bits << steps) + (value >> extra_bits)),
          static_cast<std::uint16_t>(value & ((std::size_t{1} << extra_bits) - 1)),
          static_cast<std::uint8_t>(extra_bits)};
}

constexpr std::array<Symbol, longest + 1> make_lengths() {
  std::array<Symbol, longest + 1> lengths{};
  for (std::size_t length = shortest; length < longest; ++length) {
    lengths[length] = symbol_of(length - shortest, 2);
    lengths[length].symbol = static_cast<std::uint16_t>(lengths[length].symbol + end_of_block + 1);
  }
  lengths[longest] = {285, 0, 0};
  return lengths;
}
constexpr std::array<Symbol, longest + 1> lengths = make_lengths();
static_assert(lengths[10].symbol == 264 && lengths[11].symbol == 265 && lengths[257].symbol == 284);

constexpr Symbol distance_symbol(std::size_t distance) { return symbol_of(distance - 1, 1); }
static_assert(distance_symbol(4).symbol == 3 && distance_symbol(5).symbol == 4 &&
              distance_symbol(farthest).symbol == 29);

/// How many bytes at two places are the same.
std::size_t same_bytes(const unsigned char* a, const unsigned char* b, std::size_t most) {
  std::size_t same = 0;
  for (; same + 8 <= most; same += 8) {
    std::uint64_t x = 0, y = 0;
    std::memcpy(&x, a + same, 8);
    std::memcpy(&y, b + same, 8);
    if (x != y) return same + static_cast<std::size_t>(std::countr_zero(x ^ y)) / 8;
  }
  while (same < most && a[same] == b[same]) ++same;
  return same;
}

/// Whether a look at some of its bytes shows nothing but noise.
bool is_noise(const BytePlane& plane, std::size_t row) {
  constexpr std::size_t looked_at = 2'048, most_repeats = looked_at / 50;
  // All 256 bytes alike would give looked_at²/256 + looked_at on average.
  constexpr std::uint32_t most_squares = (looked_at * looked_at / 256 + looked_at) * 17 / 16;
  if (plane.length < 2 * looked_at) return false;
  const std::size_t step = plane.length / looked_at, back = row < plane.length ? row : 1;
  std::array<std::uint32_t, 256> seen{};
  std::size_t repeats = 0, repeats_of_row = 0;
  for (std::size_t i = plane.length - 1, k = 0; k < looked_at && i >= back; i -= std::min(i, step), ++k) {
    ++seen[plane.bytes[i]];
    repeats += plane.bytes[i] == plane.bytes[i - 1] ? 1 : 0;
    repeats_of_row += plane.bytes[i] == plane.bytes[i - back] ? 1 : 0;
  }
  std::uint32_t squares = 0;
  for (const std::uint32_t n : seen) squares += n * n;
  return squares <= most_squares && std::max(repeats, repeats_of_row) <= most_repeats;
}

}  // namespace

std::span<const unsigned char> Deflater::pack(const void* values, std::size_t width, std::size_t count,
                                              std::size_t row) {
  size_ = 0;
  bits_ = held_ = 0;
  make_room(8);
  put(0x0178U, 16);  // RFC 1950: deflate, a window of 32 KiB, made in a hurry
  std::uint32_t sum = 1;
  for (const BytePlane& plane : planes_.split(values, width, count)) {
    add(plane, row);
    sum = adler32(sum, plane);
  }
  end_block();
  make_room(16);
  put(0b011U, 10);  // the last block: fixed codes, and nothing but its end
  to_whole_byte();
  for (unsigned shift = 32; shift > 0; shift -= 8) put((sum >> (shift - 8)) & 0xffU, 8);
  return std::span(out_).first(size_);
}

void Deflater::add(const BytePlane& plane, std::size_t row) {
  constexpr std::size_t worth_codes_of_their_own = 2'048;
  if (plane.bytes == nullptr) {
    add_byte(plane.same);
    add_repeat(plane.length - 1, 1);
    return;
  }
  // Numbers that count up: their lowest bytes do so over and over.
  const bool counts_up = plane.length > 512 && std::memcmp(plane.bytes, plane.bytes + 256, plane.length - 256) == 0;
  const std::size_t before = counts_up ? 256 : row <= farthest ? row : 1;
  if (is_noise(plane, before)) return store(plane);
  if (tokens_.size() > worth_codes_of_their_own) end_block();
  if (!counts_up) distances_[2] = before;
  find_repeats(plane, counts_up ? 2 : 3);
  if (tokens_.size() > worth_codes_of_their_own) end_block();
}

void Deflater::find_repeats(const BytePlane& plane, std::size_t of_row) {
  constexpr std::size_t worth_its_distance = 4;
  const unsigned char* const bytes = plane.bytes;
  const std::size_t n = plane.length, row = distances_[of_row - 1];
  tokens_.reserve(tokens_.size() + n);
  for (std::size_t i = 0; i < n;) {
    std::size_t length = 0, of = 1;
    if (i > 0 && bytes[i] == bytes[i - 1]) length = same_bytes(bytes + i - 1, bytes + i, n - i);
    if (row > 1 && i >= row && bytes[i] == bytes[i - row] && length < worth_its_distance)
      if (const std::size_t more = same_bytes(bytes + i - row, bytes + i, n - i); more >= worth_its_distance) {
        length = more;
        of = of_row;
      }
    if (length >= shortest) {
      add_repeat(length, of);
      i += length;
    } else {
      add_byte(bytes[i++]);
    }
  }
}

void Deflater::add_byte(unsigned char byte) {
  ++count_[byte];
  tokens_.push_back({byte, 0});
}

void Deflater::add_repeat(std::size_t length, std::size_t of) {
  const std::uint16_t distance = distance_symbol(distances_[of - 1]).symbol;
  while (length >= shortest) {
    std::size_t part = std::min(length, longest);
    if (length - part > 0 && length - part < shortest) part = length - shortest;
    ++count_[lengths[part].symbol];
    ++distance_count_[distance];
    tokens_.push_back({static_cast<std::uint16_t>(part), static_cast<std::uint16_t>(of)});
    length -= part;
  }
  // Only of a plane of three bytes or less.
  for (; length > 0; --length) add_byte(static_cast<unsigned char>(tokens_.back().value));
}

void Deflater::end_block() {
  if (tokens_.empty()) return;
  make_room(1'024 + 6 * tokens_.size());
  put_codes();
  put_tokens();
  tokens_.clear();
  count_.fill(0);
  distance_count_.fill(0);
}

/// The codes of a block, as the lengths of them, in codes of their own (RFC 1951, 3.2.7).
void Deflater::put_codes() {
  constexpr std::array<std::uint8_t, 19> order{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
  count_[end_of_block] = 1;
  huffman_codes(count_, most_code_bits, codes_);
  huffman_codes(distance_count_, most_code_bits, distance_codes_);
  std::size_t used = codes_.size(), distances = distance_codes_.size();
  while (codes_[used - 1].length == 0) --used;
  while (distance_codes_[distances - 1].length == 0) --distances;
  std::array<std::uint8_t, 286 + 30> all{};
  for (std::size_t i = 0; i < used; ++i) all[i] = codes_[i].length;
  for (std::size_t i = 0; i < distances; ++i) all[used + i] = distance_codes_[i].length;

  struct Step {
    std::uint8_t symbol, extra, extra_bits;
  };
  std::array<Step, 286 + 30> steps{};
  std::size_t taken = 0;
  std::array<std::uint32_t, 19> counts{};
  for (std::size_t at = 0; at < used + distances;) {
    std::size_t run = 1;
    while (at + run < used + distances && all[at + run] == all[at]) ++run;
    Step step{all[at], 0, 0};
    if (all[at] == 0 && run >= 11) {
      run = std::min<std::size_t>(run, 138);
      step = {18, static_cast<std::uint8_t>(run - 11), 7};
    } else if (all[at] == 0 && run >= 3) {
      step = {17, static_cast<std::uint8_t>(run - 3), 3};
    } else if (at > 0 && all[at] == all[at - 1] && run >= 3) {
      run = std::min<std::size_t>(run, 6);
      step = {16, static_cast<std::uint8_t>(run - 3), 2};
    } else {
      run = 1;
    }
    ++counts[step.symbol];
    steps[taken++] = step;
    at += run;
  }
  std::array<HuffmanCode, 19> of_lengths{};
  huffman_codes(counts, 7, of_lengths);
  std::size_t told = order.size();
  while (told > 4 && of_lengths[order[told - 1]].length == 0) --told;
  put(0b100U, 3);  // not the last block, codes of its own
  put(used - 257, 5);
  put(distances - 1, 5);
  put(told - 4, 4);
  for (std::size_t i = 0; i < told; ++i) put(of_lengths[order[i]].length, 3);
  for (const Step& step : std::span(steps).first(taken)) {
    put(of_lengths[step.symbol].bits, of_lengths[step.symbol].length);
    put(step.extra, step.extra_bits);
  }
}

void Deflater::put_tokens() {
  struct Tail {
    std::uint64_t bits;
    unsigned count;
  };
  std::array<Tail, most_distances + 1> tails{};
  for (std::size_t of = 1; of < tails.size(); ++of) {
    const Symbol symbol = distance_symbol(distances_[of - 1]);
    const HuffmanCode code = distance_codes_[symbol.symbol];
    tails[of] = {code.bits | std::uint64_t{symbol.extra} << code.length,
                 code.length + std::uint32_t{symbol.extra_bits}};
  }
  for (const Token token : tokens_) {
    if (token.of == 0) {
      put(codes_[token.value].bits, codes_[token.value].length);
      continue;
    }
    const Symbol& symbol = lengths[token.value];
    const HuffmanCode code = codes_[symbol.symbol];
    put(code.bits | std::uint64_t{symbol.extra} << code.length, code.length + std::uint32_t{symbol.extra_bits});
    put(tails[token.of].bits, tails[token.of].count);
  }
  put(codes_[end_of_block].bits, codes_[end_of_block].length);
}

void Deflater::store(const BytePlane& plane) {
  end_block();
  for (std::size_t at = 0; at < plane.length; at += most_stored) {
    const std::size_t length = std::min(plane.length - at, most_stored);
    make_room(length + 16);
    put(0b000U, 3);  // not the last block, as it is
    to_whole_byte();
    put(length, 16);
    put(~length & 0xffffU, 16);
    std::memcpy(out_.data() + size_, plane.bytes + at, length);
    size_ += length;
  }
}

void Deflater::put(std::uint64_t bits, unsigned count) {
  bits_ |= bits << held_;
  held_ += count;
  std::memcpy(out_.data() + size_, &bits_, 8);
  size_ += held_ / 8;
  bits_ >>= held_ & ~7U;
  held_ &= 7U;
}

void Deflater::make_room(std::size_t bytes) {
  const std::size_t wanted = size_ + bytes + 8;
  if (out_.size() < wanted) out_.resize(std::max(wanted, 2 * out_.size()));
}

void Deflater::to_whole_byte() {
  if (held_ > 0) put(0, 8 - held_);
}

}  // namespace restock
