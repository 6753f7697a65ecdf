// A scheduler that a test starts for itself, and that is gone with it. For the tests of this folder.
#pragma once

#include "app/shell.hpp"
#include "catch.hpp"

#include <sys/wait.h>

#include <cstdlib>
#include <string>
#include <utility>

class OwnCluster {
 public:
  /// `script`, of this folder, starts and stops it; four slots or nodes. The folder is short: a socket's path has a
  /// hundred letters.
  explicit OwnCluster(std::string script) : script_(std::move(script)) {
    std::string name = "/tmp/restock-" + script_ + "-XXXXXX";
    REQUIRE(mkdtemp(name.data()) != nullptr);
    folder_ = name;
    code_ = call("start", "4");
  }
  ~OwnCluster() { call("stop"); }
  OwnCluster(const OwnCluster&) = delete;
  OwnCluster& operator=(const OwnCluster&) = delete;

  /// Of the start: 0, or why there is none.
  int code() const { return code_; }
  const std::string& folder() const { return folder_; }
  int call(const std::string& verb, const std::string& words = {}) const {
    const std::string command = "'" RESTOCK_SOURCE_DIR "/tests/cluster/" + script_ + ".sh' " + verb + " " + folder_ +
                                " " + words + " >'" + (scratch() / "cluster.txt").string() + "' 2>&1";
    const int status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  }

 private:
  std::string script_;
  std::string folder_;
  int code_ = 0;
};
