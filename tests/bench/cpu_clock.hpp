// Time that the processor spent on this process: on a machine with other work, what waits is not counted.
#pragma once

#include <ctime>
#include <functional>

namespace restock::bench {

inline double cpu_seconds(const std::function<void()>& work) {
  const std::clock_t began = std::clock();
  work();
  return static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
}

}  // namespace restock::bench
