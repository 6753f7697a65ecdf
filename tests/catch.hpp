// Catch2 2 (Debian 12, Ubuntu 22.04) and Catch2 3 (Debian 13, Ubuntu 24.04) under one name. Tests are written for
// version 2; where 3 has another name for the same thing, the old one is kept here.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>

#include <string>

namespace Catch {
inline auto Contains(const std::string& part) { return Matchers::ContainsSubstring(part); }
inline auto StartsWith(const std::string& part) { return Matchers::StartsWith(part); }
inline auto EndsWith(const std::string& part) { return Matchers::EndsWith(part); }
}  // namespace Catch
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
