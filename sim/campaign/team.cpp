#include "campaign/team.hpp"

#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

namespace restock {

void Team::run(std::size_t places, unsigned threads, const Work& work, const std::function<void()>& when_over) {
  std::atomic<std::size_t> next = 0;
  const auto take_places = [&] {
    try {
      State state;
      for (std::size_t place = next++; place < places && !called_off(); place = next++) work(place, state);
    } catch (...) {
      fail();
    }
    if (when_over) when_over();
  };
  std::vector<std::jthread> others;
  try {
    for (unsigned i = 1; i < threads; ++i) others.emplace_back(take_places);
  } catch (const std::system_error&) {
    // The system gives no more threads: those that there are do the work, with the same result.
  }
  take_places();
}

bool Team::called_off() {
  if (stop_.stop_requested()) return true;
  const std::lock_guard lock(guard_);
  return failure_ != nullptr;
}

void Team::fail() {
  const std::lock_guard lock(guard_);
  if (!failure_) failure_ = std::current_exception();
}

void Team::rethrow() const {
  if (failure_) std::rethrow_exception(failure_);
}

}  // namespace restock
