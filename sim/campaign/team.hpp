// Threads that take the places of a list one after the other, until all are done, a stop is asked for or something
// fails. Private to campaign/.
#pragma once

#include "engine/state.hpp"

#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <stop_token>
#include <utility>

namespace restock {

class Team {
 public:
  /// Does one place of the list; each thread has one State for all that it does.
  using Work = std::function<void(std::size_t place, State& state)>;

  explicit Team(std::stop_token stop) : stop_(std::move(stop)) {}

  /// Comes back when every thread has ended. `when_over` is what a thread does at its end.
  void run(std::size_t places, unsigned threads, const Work& work, const std::function<void()>& when_over = {});
  /// Whether nobody should begin anything more.
  bool called_off();
  /// Within a handler: what is being handled ends the work, unless something else did before.
  void fail();
  /// Throws what ended the work, if anything did.
  void rethrow() const;

 private:
  std::stop_token stop_;
  std::mutex guard_;
  std::exception_ptr failure_;
};

}  // namespace restock
