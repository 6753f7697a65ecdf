// Whose turn it is, of those who work side by side and hand in what they have in order. Private to campaign/.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace restock {

class Turn {
 public:
  /// Blocks until it is this one's turn, or everything is called off; false then.
  bool wait_for(std::size_t number) {
    std::unique_lock lock(mutex_);
    turn_.wait(lock, [&] { return off_ || next_ == number; });
    return !off_;
  }
  bool is_turn_of(std::size_t number) {
    const std::lock_guard lock(mutex_);
    return next_ == number;
  }
  /// This one is complete: the next one's turn.
  void pass(std::size_t number) {
    {
      const std::lock_guard lock(mutex_);
      next_ = number + 1;
    }
    turn_.notify_all();
  }
  void call_off() {
    {
      const std::lock_guard lock(mutex_);
      off_ = true;
    }
    turn_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable turn_;
  std::size_t next_ = 0;
  bool off_ = false;
};

}  // namespace restock
