#include "script/script.hpp"

#include "core/contract.hpp"
#include "script/functions.hpp"

#include <lauxlib.h>
#include <lua.h>

#include <array>
#include <cstdlib>
#include <limits>
#include <new>
#include <string>
#include <string_view>

namespace restock {

namespace {

constexpr const char* chunk_name = "=script";  // messages begin with script:<line>:
constexpr const char* call_it = "the file must end with: return function(view, memory, with) … end";

/// Places of the registry, by address.
constexpr char function_place = 0;
constexpr char view_place = 0;
constexpr char memories_place = 0;
constexpr char with_place = 0;

struct Question {
  const PlannerView* view;
  std::uint32_t point;
  std::uint64_t review;
  Quantity answer;
};

double days(Time at) { return static_cast<double>(at) / static_cast<double>(day); }

void push_view(lua_State* lua, const Question& asked) {
  const PlannerView& view = *asked.view;
  lua_rawgetp(lua, LUA_REGISTRYINDEX, &view_place);
  const auto number = [lua](const char* name, double value) {
    lua_pushnumber(lua, value);
    lua_setfield(lua, -2, name);
  };
  const auto units = [lua](const char* name, Quantity value) {
    lua_pushinteger(lua, value);
    lua_setfield(lua, -2, name);
  };
  number("now", days(view.now));
  number("as_of", days(view.as_of));
  units("review", static_cast<Quantity>(asked.review));
  units("on_record", view.on_record);
  units("on_order", view.on_order);
  units("backlog", view.backlog);
  units("position", view.position());
}

void push_memory(lua_State* lua, std::uint32_t point) {
  lua_rawgetp(lua, LUA_REGISTRYINDEX, &memories_place);
  const lua_Integer place = static_cast<lua_Integer>(point) + 1;
  if (lua_rawgeti(lua, -1, place) == LUA_TNIL) {
    lua_pop(lua, 1);
    lua_newtable(lua);
    lua_pushvalue(lua, -1);
    lua_rawseti(lua, -3, place);
  }
  lua_remove(lua, -2);
}

int ask(lua_State* lua) {
  auto& asked = *static_cast<Question*>(lua_touserdata(lua, 1));
  lua_rawgetp(lua, LUA_REGISTRYINDEX, &function_place);
  push_view(lua, asked);
  push_memory(lua, asked.point);
  lua_rawgetp(lua, LUA_REGISTRYINDEX, &with_place);
  lua_call(lua, 3, 1);
  int whole = 0;
  asked.answer = lua_type(lua, -1) == LUA_TNUMBER ? lua_tointegerx(lua, -1, &whole) : 0;
  if (whole == 0) {
    const char* text = lua_type(lua, -1) == LUA_TNUMBER ? lua_tostring(lua, -1) : luaL_typename(lua, -1);
    lua_pushfstring(lua, "it returned %s, not a whole number of units (see math.floor; 0 orders nothing)", text);
    return lua_error(lua);
  }
  if (asked.answer < 0 || asked.answer > unlimited / 2) {
    lua_pushfstring(lua, "it returned %I units; an order is of 0 (none) or more",
                    static_cast<LUAI_UACINT>(asked.answer));
    return lua_error(lua);
  }
  return 0;
}

int read_file(lua_State* lua) {
  const auto& program = *static_cast<const ScriptProgram*>(lua_touserdata(lua, 1));
  if (luaL_loadbufferx(lua, program.text.data(), program.text.size(), chunk_name, "t") != LUA_OK) return lua_error(lua);
  script::push_environment(lua);
  lua_setupvalue(lua, -2, 1);
  lua_call(lua, 0, 1);
  if (!lua_isfunction(lua, -1)) return luaL_error(lua, call_it);
  lua_rawsetp(lua, LUA_REGISTRYINDEX, &function_place);
  lua_newtable(lua);
  lua_rawsetp(lua, LUA_REGISTRYINDEX, &view_place);
  lua_newtable(lua);
  lua_rawsetp(lua, LUA_REGISTRYINDEX, &memories_place);
  lua_newtable(lua);
  for (const auto& [name, value] : program.with) {
    const auto whole = static_cast<lua_Integer>(value > -1e15 && value < 1e15 ? value : 0.5);
    lua_pushlstring(lua, name.data(), name.size());
    if (static_cast<double>(whole) == value) {
      lua_pushinteger(lua, whole);
    } else {
      lua_pushnumber(lua, value);
    }
    lua_rawset(lua, -3);
  }
  lua_rawsetp(lua, LUA_REGISTRYINDEX, &with_place);
  return 0;
}

void run_too_long(lua_State* lua, lua_Debug* at) {
  lua_getinfo(lua, "l", at);
  lua_pushfstring(lua, "script:%d: it has not come to an end within 1,000,000 instructions", at->currentline);
  lua_error(lua);
}

/// What Lua says begins with script:<line>: where it knows the line.
ScriptProblem problem_of(std::string_view text) {
  constexpr std::string_view begin = "script:";
  ScriptProblem problem;
  if (text.starts_with(begin)) {
    std::size_t at = begin.size();
    int line = 0;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9' && line < 1'000'000)
      line = 10 * line + (text[at++] - '0');
    if (line > 0 && text.substr(at, 2) == ": ") {
      problem.line = line;
      text.remove_prefix(at + 2);
    }
  }
  problem.message = text;
  return problem;
}

}  // namespace

struct Script::Machine {
  lua_State* lua = nullptr;
  std::size_t used = 0;

  explicit Machine(const ScriptProgram& program) {
    if (const int line = script::line_of_power(program.text.data(), program.text.size()))
      throw ScriptFailed(
          {line, "x ^ y does not give the same bits on every processor: write math.pow(x, y), or x * x"});
    lua = lua_newstate(allocate, this);
    if (lua == nullptr) throw std::bad_alloc();
    draws_of(lua) = nullptr;
    // What is thrown here leaves no destructor to close it.
    try {
      protect(read_file, const_cast<ScriptProgram*>(&program));
    } catch (...) {
      lua_close(lua);
      throw;
    }
  }
  ~Machine() { lua_close(lua); }
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  static Draws*& draws_of(lua_State* lua) { return *static_cast<Draws**>(lua_getextraspace(lua)); }

  void protect(lua_CFunction function, void* data) {
    lua_sethook(lua, run_too_long, LUA_MASKCOUNT, most_instructions);
    lua_pushcfunction(lua, function);
    lua_pushlightuserdata(lua, data);
    const int status = lua_pcall(lua, 1, 0, 0);
    if (status == LUA_OK) return;
    const char* text = lua_tostring(lua, -1);
    ScriptProblem problem = status == LUA_ERRMEM ? ScriptProblem{0, "it holds more than 16 MiB of memory"}
                            : text == nullptr    ? ScriptProblem{0, "it failed with an error that is no text"}
                                                 : problem_of(text);
    lua_settop(lua, 0);
    throw ScriptFailed(std::move(problem));
  }

  static void* allocate(void* self, void* old, std::size_t before, std::size_t now) {
    auto& machine = *static_cast<Machine*>(self);
    if (old == nullptr) before = 0;  // it then tells the kind of object
    if (now > before && machine.used + (now - before) > most_memory) return nullptr;
    void* block = nullptr;
    if (now == 0) {
      std::free(old);
    } else {
      block = std::realloc(old, now);
      if (block == nullptr) return nullptr;
    }
    machine.used += now;
    machine.used -= before;
    return block;
  }
};

Script::Script(const ScriptProgram& program) : machine_(std::make_unique<Machine>(program)) {}
Script::~Script() = default;
Script::Script(Script&&) noexcept = default;
Script& Script::operator=(Script&&) noexcept = default;

Quantity Script::order(const PlannerView& view, std::uint32_t point, std::uint64_t review, Draws& draws) {
  Question asked{&view, point, review, 0};
  Machine::draws_of(machine_->lua) = &draws;
  machine_->protect(ask, &asked);
  Machine::draws_of(machine_->lua) = nullptr;
  return asked.answer;
}

std::optional<ScriptProblem> check_script(const ScriptProgram& program, long long stock) {
  try {
    Script script(program);
    Draws draws(Address{});
    PlannerView view;
    view.on_record = stock;
    script.order(view, 0, 0, draws);
  } catch (const ScriptFailed& failed) {
    return failed.problem;
  }
  return std::nullopt;
}

}  // namespace restock
