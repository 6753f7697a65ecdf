#include "script/functions.hpp"

#include "random/draws.hpp"
#include "random/math.hpp"

#include <lauxlib.h>
#include <lualib.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace restock::script {

namespace {

/// A name of a library's that means the same everywhere is taken over as it is.
void take(lua_State* lua, const char* name) {
  lua_getfield(lua, -1, name);
  lua_setfield(lua, -3, name);
}

// --- mathematics: the same bits on every processor
// ---------------------------------------------------------------------

int log_of(lua_State* lua) {
  const double x = luaL_checknumber(lua, 1);
  if (!(x > 0.0) || x == infinity) return luaL_error(lua, "math.log takes a number above 0");
  lua_pushnumber(lua, own_log(x));
  return 1;
}

int exp_of(lua_State* lua) {
  lua_pushnumber(lua, own_exp(luaL_checknumber(lua, 1)));
  return 1;
}

int power_of(lua_State* lua) {
  const double base = luaL_checknumber(lua, 1);
  const double exponent = luaL_checknumber(lua, 2);
  if (!(base >= 0.0)) return luaL_error(lua, "math.pow takes a base of at least 0");
  lua_pushnumber(lua, own_pow(base, exponent));
  return 1;
}

// --- pairs: in the order of keys, not of addresses
// ----------------------------------------------------------------------

struct Key {
  bool is_text = false;
  double number = 0.0;
  lua_Integer whole = 0;
  bool is_whole = false;
  std::string text;

  bool operator<(const Key& o) const {
    if (is_text != o.is_text) return o.is_text;
    return is_text ? text < o.text : number < o.number;
  }
};

int next_of_pairs(lua_State* lua) {
  lua_Integer at = lua_tointeger(lua, lua_upvalueindex(2));
  for (;;) {
    lua_rawgeti(lua, lua_upvalueindex(1), ++at);
    if (lua_isnil(lua, -1)) return 1;
    lua_pushvalue(lua, -1);
    lua_rawget(lua, lua_upvalueindex(3));
    if (!lua_isnil(lua, -1)) break;  // else it has been removed meanwhile
    lua_pop(lua, 2);
  }
  lua_pushinteger(lua, at);
  lua_replace(lua, lua_upvalueindex(2));
  return 2;
}

int pairs_in_order(lua_State* lua) {
  luaL_checktype(lua, 1, LUA_TTABLE);
  std::vector<Key> keys;
  for (lua_pushnil(lua); lua_next(lua, 1) != 0; lua_pop(lua, 1)) {
    Key key;
    if (lua_type(lua, -2) == LUA_TNUMBER) {
      key.number = lua_tonumber(lua, -2);
      key.is_whole = lua_isinteger(lua, -2) != 0;
      key.whole = lua_tointeger(lua, -2);
    } else if (lua_type(lua, -2) == LUA_TSTRING) {
      key.is_text = true;
      std::size_t length = 0;
      const char* text = lua_tolstring(lua, -2, &length);
      key.text.assign(text, length);
    } else {
      return luaL_error(lua, "pairs goes through tables whose keys are numbers and texts");
    }
    keys.push_back(std::move(key));
  }
  std::sort(keys.begin(), keys.end());
  lua_createtable(lua, static_cast<int>(keys.size()), 0);
  lua_Integer at = 0;
  for (const Key& key : keys) {
    if (key.is_text) {
      lua_pushlstring(lua, key.text.data(), key.text.size());
    } else if (key.is_whole) {
      lua_pushinteger(lua, key.whole);
    } else {
      lua_pushnumber(lua, key.number);
    }
    lua_rawseti(lua, -2, ++at);
  }
  lua_pushinteger(lua, 0);
  lua_pushvalue(lua, 1);
  lua_pushcclosure(lua, next_of_pairs, 3);
  return 1;
}

// --- chance
// ---------------------------------------------------------------------------------------------------------------

int uniform(lua_State* lua) {
  auto* draws = *static_cast<Draws**>(lua_getextraspace(lua));
  if (draws == nullptr) return luaL_error(lua, "uniform() is for the function that orders, not for the file around it");
  lua_pushnumber(lua, draws->uniform());
  return 1;
}

/// Steps over a comment or a text; `at` stands on its first character. False: there is none here.
bool skip_unread(std::string_view text, std::size_t& at) {
  const auto long_bracket = [&](std::size_t from) -> std::size_t {
    std::size_t level = from + 1;
    while (level < text.size() && text[level] == '=') ++level;
    if (from >= text.size() || text[from] != '[' || level >= text.size() || text[level] != '[') return 0;
    const std::string close = "]" + std::string(level - from - 1, '=') + "]";
    const std::size_t end = text.find(close, level);
    return end == std::string_view::npos ? text.size() : end + close.size();
  };
  if (text.substr(at, 2) == "--") {
    const std::size_t end = long_bracket(at + 2);
    at = end != 0 ? end : std::min(text.find('\n', at), text.size());
    return true;
  }
  if (const std::size_t end = long_bracket(at); end != 0) return at = end, true;
  if (text[at] != '"' && text[at] != '\'') return false;
  const char quote = text[at++];
  while (at < text.size() && text[at] != quote && text[at] != '\n') at += text[at] == '\\' ? 2 : 1;
  ++at;
  return true;
}

}  // namespace

void push_environment(lua_State* lua) {
  lua_newtable(lua);
  luaL_requiref(lua, LUA_GNAME, luaopen_base, 0);
  // Not: what reaches files or other programs, what catches the limits (pcall), what makes finalisers (setmetatable),
  // what shows addresses (tostring of a table) or the order of hashes (next).
  for (const char* name : {"assert", "error", "ipairs", "select", "tonumber", "type"}) take(lua, name);
  lua_pop(lua, 1);
  lua_pushcfunction(lua, pairs_in_order);
  lua_setfield(lua, -2, "pairs");
  lua_pushcfunction(lua, uniform);
  lua_setfield(lua, -2, "uniform");

  lua_newtable(lua);
  luaL_requiref(lua, LUA_MATHLIBNAME, luaopen_math, 0);
  for (const char* name : {"abs", "ceil", "floor", "fmod", "huge", "max", "maxinteger", "min", "mininteger", "modf",
                           "pi", "sqrt", "tointeger", "type", "ult"})
    take(lua, name);
  lua_pop(lua, 1);
  lua_pushcfunction(lua, log_of);
  lua_setfield(lua, -2, "log");
  lua_pushcfunction(lua, exp_of);
  lua_setfield(lua, -2, "exp");
  lua_pushcfunction(lua, power_of);
  lua_setfield(lua, -2, "pow");
  lua_setfield(lua, -2, "math");

  lua_newtable(lua);
  luaL_requiref(lua, LUA_TABLIBNAME, luaopen_table, 0);
  // Not sort: where elements are equal it goes by the clock.
  for (const char* name : {"concat", "insert", "remove", "unpack"}) take(lua, name);
  lua_pop(lua, 1);
  lua_setfield(lua, -2, "table");
}

int line_of_power(const char* text, std::size_t length) {
  const std::string_view all(text, length);
  for (std::size_t at = 0; at < all.size();) {
    if (skip_unread(all, at)) continue;
    if (all[at] == '^') return 1 + static_cast<int>(std::count(all.begin(), all.begin() + static_cast<long>(at), '\n'));
    ++at;
  }
  return 0;
}

}  // namespace restock::script
