// Catch2 2 (Debian 12, Ubuntu 22.04) and Catch2 3 (Debian 13, Ubuntu 24.04) under one name.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;  // Catch2 2 has it in the global namespace
#else
#include <catch2/catch.hpp>
#endif
