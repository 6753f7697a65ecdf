#include "output/deflate.hpp"

#include "core/contract.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace restock {

namespace {

/// Raw deflate: what stands before and after it is written here, since pieces are packed one by one.
constexpr int window_bits = -15, memory_level = 8, quickly = 1, not_at_all = 0;
constexpr std::array<unsigned char, 2> stream_begins{0x78, 0x01};  // RFC 1950: a window of 32 KiB, made in a hurry
constexpr std::array<unsigned char, 2> stream_ends{0x03, 0x00};    // RFC 1951: a last block, with nothing in it

/// Whether bytes from here and there have been there before, as far back as deflate can point: the same customers under
/// another alternative.
bool comes_again(const BytePlane& plane) {
  constexpr std::size_t window = 32'000, probes = 12, length = 8, enough = 2;
  const std::string_view bytes(reinterpret_cast<const char*>(plane.bytes), plane.length);
  std::size_t found = 0;
  for (std::size_t k = 1; k <= probes && found < enough; ++k) {
    const std::size_t at = plane.length * k / (probes + 1), from = at - std::min(at, window);
    found += bytes.substr(from, at - from).find(bytes.substr(at, length)) != std::string_view::npos ? 1 : 0;
  }
  return found == enough;
}

}  // namespace

Deflater::Deflater() {
  require(deflateInit2(&stream_, quickly, Z_DEFLATED, window_bits, memory_level, Z_DEFAULT_STRATEGY) == Z_OK,
          "zlib has the memory that it needs");
}

Deflater::~Deflater() { deflateEnd(&stream_); }

/// What a look at some of its bytes shows.
Deflater::Kind Deflater::kind_of(const BytePlane& plane, std::size_t row) {
  constexpr std::size_t looked_at = 2'048, few = looked_at / 50, many = looked_at / 4;
  // All 256 bytes alike would give looked_at²/256 + looked_at on average.
  constexpr std::uint32_t most_squares = (looked_at * looked_at / 256 + looked_at) * 17 / 16;
  if (plane.length < 2 * looked_at) return Kind::repeats;
  // Numbers that count up have lowest bytes that do so over and over.
  const std::size_t step = plane.length / looked_at, back = row > 1 && row < plane.length ? row : 256;
  std::array<std::uint32_t, 256> seen{};
  std::size_t runs = 0, repeats = 0;
  for (std::size_t i = plane.length - 1, k = 0; k < looked_at && i >= back; i -= std::min(i, step), ++k) {
    ++seen[plane.bytes[i]];
    runs += plane.bytes[i] == plane.bytes[i - 1] ? 1 : 0;
    repeats += plane.bytes[i] == plane.bytes[i - back] ? 1 : 0;
  }
  if (repeats > runs + many) return Kind::repeats;
  std::uint32_t squares = 0;
  for (const std::uint32_t n : seen) squares += n * n;
  if (squares > most_squares || std::max(runs, repeats) > few) return Kind::runs;
  return comes_again(plane) ? Kind::repeats : Kind::noise;
}

std::span<const unsigned char> Deflater::pack(const void* values, std::size_t width, std::size_t count,
                                              std::size_t row) {
  constexpr std::size_t worth_looking = 16'384;
  out_.assign(stream_begins.begin(), stream_begins.end());
  sum_ = 1;
  const std::span<const BytePlane> planes = planes_.split(values, width, count);
  const bool constant = std::ranges::all_of(planes, [](const BytePlane& plane) { return plane.bytes == nullptr; });
  if (!constant && width * count < worth_looking) {
    begin(Kind::repeats, width * count);
    for (const BytePlane& plane : planes) feed(bytes_of(plane), &plane == &planes.back());
  } else {
    for (const BytePlane& plane : planes) add(plane, row);
  }
  out_.insert(out_.end(), stream_ends.begin(), stream_ends.end());
  for (unsigned shift = 32; shift > 0; shift -= 8) out_.push_back(static_cast<unsigned char>(sum_ >> (shift - 8)));
  return out_;
}

Deflater::Bytes Deflater::bytes_of(const BytePlane& plane) {
  if (plane.bytes != nullptr) return {plane.bytes, plane.length};
  same_.assign(plane.length, plane.same);
  return same_;
}

/// Packed the first time; at most so many are kept.
const Deflater::Piece& Deflater::constant_piece(const BytePlane& plane) {
  constexpr std::size_t most_kept = 256;
  if (constant_.size() == most_kept) constant_.clear();
  const auto [at, is_new] = constant_.try_emplace({plane.length, plane.same});
  Piece& piece = at->second;
  if (is_new) {
    piece.packed.swap(out_);
    std::swap(piece.sum, sum_);
    sum_ = 1;
    begin(Kind::runs, plane.length);
    feed(bytes_of(plane), true);
    piece.packed.swap(out_);
    std::swap(piece.sum, sum_);
  }
  return piece;
}

void Deflater::add(const BytePlane& plane, std::size_t row) {
  if (plane.bytes != nullptr) {
    begin(kind_of(plane, row), plane.length);
    return feed(bytes_of(plane), true);
  }
  const Piece& piece = constant_piece(plane);
  sum_ = static_cast<std::uint32_t>(adler32_combine(sum_, piece.sum, static_cast<z_off_t>(plane.length)));
  out_.insert(out_.end(), piece.packed.begin(), piece.packed.end());
}

/// A piece of its own, of so many bytes, which refers to nothing before it.
void Deflater::begin(Kind kind, std::size_t bytes) {
  const bool begun =
      deflateReset(&stream_) == Z_OK && deflateParams(&stream_, kind == Kind::noise ? not_at_all : quickly,
                                                      kind == Kind::runs ? Z_RLE : Z_DEFAULT_STRATEGY) == Z_OK;
  require(begun, "zlib begins anew");
  constexpr std::size_t of_the_flush = 64;
  const std::size_t room = deflateBound(&stream_, static_cast<uLong>(bytes)) + of_the_flush;
  out_.resize(out_.size() + room);
  stream_.next_out = out_.data() + out_.size() - room;
  stream_.avail_out = static_cast<uInt>(room);
}

/// `ends`: with a whole byte, after which another piece may go on.
void Deflater::feed(Bytes bytes, bool ends) {
  const auto length = static_cast<uInt>(bytes.size());
  sum_ = static_cast<std::uint32_t>(adler32(sum_, bytes.data(), length));
  stream_.next_in = const_cast<unsigned char*>(bytes.data());  // zlib only reads it, and does not say so
  stream_.avail_in = length;
  const int code = deflate(&stream_, ends ? Z_SYNC_FLUSH : Z_NO_FLUSH);
  require(code == Z_OK && stream_.avail_in == 0 && stream_.avail_out > 0, "a piece is packed at one go");
  if (ends) out_.resize(out_.size() - stream_.avail_out);
}

}  // namespace restock
