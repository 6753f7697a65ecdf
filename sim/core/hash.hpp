// Frozen 64-bit hashes: of names (addresses of random draws) and of facts (fingerprints). Never change these.
#pragma once

#include "core/wide.hpp"

#include <cstdint>
#include <string_view>

namespace restock {

/// Folds a 64×64 product; the mixing step of both hashes.
constexpr std::uint64_t fold(std::uint64_t a, std::uint64_t b) {
  const UnsignedWide product = static_cast<UnsignedWide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

/// FNV-1a over the bytes, then two folds so that similar names land far apart.
constexpr std::uint64_t hash_name(std::string_view name) {
  std::uint64_t h = 0xcbf29ce484222325U;
  for (const char c : name) {
    h ^= static_cast<unsigned char>(c);
    h *= 0x00000100000001b3U;
  }
  return fold(fold(h ^ 0x9e3779b97f4a7c15U, 0xbf58476d1ce4e5b9U) ^ name.size(), 0x94d049bb133111ebU);
}

/// The hash of one fact about an entity; facts are summed with wrap-around, so their order does not matter.
constexpr std::uint64_t hash_fact(std::uint64_t who, std::uint64_t kind, std::int64_t at, std::int64_t number) {
  return fold(who ^ (kind * 0x9e3779b97f4a7c15U) ^ static_cast<std::uint64_t>(at),
              0xbf58476d1ce4e5b9U ^ (static_cast<std::uint64_t>(number) * 0x94d049bb133111ebU)) ^
         fold(static_cast<std::uint64_t>(at) + 0x2545f4914f6cdd1dU, kind + 0xd6e8feb86659fd93U + who);
}

}  // namespace restock
