// A libFuzzer program: RESTOCK_FUZZ_TARGET is one of the functions of targets.hpp.
#include "fuzz/targets.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  restock::fuzz::RESTOCK_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
  return 0;
}
