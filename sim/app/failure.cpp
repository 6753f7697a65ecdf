#include "app/failure.hpp"

#include "app/command.hpp"
#include "campaign/replicate.hpp"
#include "campaign/stages.hpp"
#include "core/contract.hpp"
#include "input/source.hpp"
#include "output/error.hpp"

#include <cerrno>
#include <cstring>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace restock {

namespace {

/// A result that is not there may be one that is, misspelt.
std::string hint_of(const ResultError& error) {
  if (!error.hint.empty() || !std::string_view(error.what()).ends_with(std::strerror(ENOENT))) return error.hint;
  const std::optional<Fault> fault = file_fault(error.path);
  return fault ? fault->hint : std::string();
}

}  // namespace

Failure current_failure() {
  const char* please = "this is a fault of restock: please report it with the scenario and its seed";
  try {
    throw;
  } catch (const ResultError& error) {
    return {exit_io, error.code, error.path, error.what(), hint_of(error)};
  } catch (const Refused& error) {
    return {exit_usage, error.kind, error.file, error.what(), error.help};
  } catch (const CannotDecide& error) {
    return {exit_invalid, "undefined_metric", "", error.what(),
            "nothing was kept; choose a metric that every alternative has"};
  } catch (const ModelFailed& error) {
    return {exit_invalid, "script", "", error.what(), "nothing was kept; mend the script and run again"};
  } catch (const std::bad_alloc&) {
    return {exit_internal, "out_of_memory", "", "there is not enough memory for this model",
            "use fewer threads or a lower --detail"};
  } catch (const std::system_error& error) {
    if (error.code() != std::errc::resource_unavailable_try_again)
      return {exit_internal, "internal", "", error.what(), please};
    return {exit_internal, "out_of_memory", "", "a thread cannot be started: too little memory, or too many processes",
            "raise the limits (ulimit -v, ulimit -u) or run fewer things at once"};
  } catch (const std::exception& error) {
    return {exit_internal, "internal", "", error.what(), please};
  } catch (...) {
    return {exit_internal, "internal", "", "something that is no error was thrown", please};
  }
}

}  // namespace restock
