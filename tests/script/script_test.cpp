// What a script can do, and what it cannot.
#include "script/script.hpp"

#include "catch.hpp"
#include "random/math.hpp"

#include <string>

using namespace restock;

namespace {

const Address here{7, 3, 99, Purpose::script, 5};

PlannerView view_of(Quantity on_record, Quantity on_order, Quantity backlog) {
  PlannerView view;
  view.now = 36 * hour;
  view.as_of = 12 * hour;
  view.on_record = on_record;
  view.on_order = on_order;
  view.backlog = backlog;
  return view;
}

Quantity answer(const std::string& body) {
  Script script({"rule.lua", "return function(view, memory, with)\n" + body + "\nend", {{"S", 40.0}, {"share", 0.25}}});
  Draws draws(here);
  return script.order(view_of(7, 5, 2), 0, 4, draws);
}

/// `line: message` of what is wrong with a whole program, or with the body of its function.
std::string wrong(const std::string& text) {
  const auto problem = check_script({"rule.lua", text, {}}, 10);
  return problem ? std::to_string(problem->line) + ": " + problem->message : "nothing";
}
std::string wrong_inside(const std::string& body) {
  return wrong("return function(view, memory, with)\n" + body + "\nend");
}

}  // namespace

TEST_CASE("a script sees what the planner sees and the numbers it is given") {
  CHECK(answer("return with.S - view.position") == 30);
  CHECK(answer("return view.on_record * 100 + view.on_order * 10 + view.backlog") == 752);
  CHECK(answer("return math.floor(10 * view.now) + math.floor(100 * view.as_of)") == 65);
  CHECK(answer("return view.review") == 4);
  CHECK(answer("return with.share * 8") == 2);
  CHECK(answer("return 12.0") == 12);
  CHECK(wrong("local S = 4\nreturn function(view) return S end") == "nothing");
}

TEST_CASE("each stock point has a memory of its own, variables of the file are common, and both begin anew") {
  const ScriptProgram program{"rule.lua",
                              "local all = 0\n"
                              "return function(view, memory)\n"
                              "  all = all + 1\n"
                              "  memory.mine = (memory.mine or 0) + 1\n"
                              "  return 10 * all + memory.mine\n"
                              "end",
                              {}};
  for (int replication = 0; replication < 2; ++replication) {
    Script script(program);
    Draws draws(here);
    CHECK(script.order({}, 0, 0, draws) == 11);
    CHECK(script.order({}, 0, 1, draws) == 22);
    CHECK(script.order({}, 5, 0, draws) == 31);
    CHECK(script.order({}, 0, 2, draws) == 43);
  }
}

TEST_CASE("uniform() gives the words of the address, and nothing else is left to chance") {
  Draws draws(here);
  const double first = draws.uniform();
  const double second = draws.uniform();
  CHECK(answer("local a = uniform(); local b = uniform(); return math.floor(1000000 * a) * 1000000 + "
               "math.floor(1000000 * b)") ==
        static_cast<Quantity>(1e6 * first) * 1'000'000 + static_cast<Quantity>(1e6 * second));
  CHECK(wrong("local x = uniform()\nreturn function() return 0 end") ==
        "1: uniform() is for the function that orders, not for the file around it");
}

TEST_CASE("what elementary functions give does not depend on the processor") {
  CHECK(answer("return math.floor(1e12 * math.log(3))") == static_cast<Quantity>(1e12 * own_log(3.0)));
  CHECK(answer("return math.floor(1e12 * math.exp(0.7))") == static_cast<Quantity>(1e12 * own_exp(0.7)));
  CHECK(answer("return math.floor(1e12 * math.pow(1.7, 0.3))") == static_cast<Quantity>(1e12 * own_pow(1.7, 0.3)));
  CHECK(answer("return math.pow(2, 10)") == 1024);
  CHECK(wrong_inside("local x = 2\nreturn x ^ 2").starts_with("3: x ^ y does not give the same bits"));
  CHECK(wrong_inside("-- 2 ^ 3\n--[[ x ^\n y ]] local s = '^' .. \"\\\"^\" .. [[^]] .. [==[ ]] ^ ]==]\nreturn #s") ==
        "nothing");
  CHECK(wrong_inside("--[[ a\n b ]] return 2 ^ 3").starts_with("3: x ^ y"));
  CHECK(wrong_inside("return math.log(0)").starts_with("2: math.log takes a number above 0"));
}

TEST_CASE("pairs goes by the order of keys") {
  CHECK(answer("local t = { b = 2, a = 1, [10] = 4, [2.5] = 3 }\n"
               "local n = 0\n"
               "for _, v in pairs(t) do n = 10 * n + v end\n"
               "return n") == 3412);
  CHECK(answer("local t, n = { 5, 6, 7, 8 }, 0\n"
               "for k, v in pairs(t) do t[k + 1] = nil; n = 10 * n + v end\n"
               "return n") == 57);
  CHECK(wrong_inside("for k in pairs({ [true] = 1 }) do end return 0").starts_with("2: pairs goes through tables"));
}

TEST_CASE("nothing leads out of a script") {
  for (const char* name :
       {"io",     "os",     "load", "loadfile",  "dofile",   "loadstring",     "require",      "package",
        "debug",  "string", "utf8", "coroutine", "pcall",    "xpcall",         "setmetatable", "getmetatable",
        "rawset", "rawget", "next", "print",     "tostring", "collectgarbage", "_G",           "warn"}) {
    INFO(name);
    CHECK(answer(std::string("return ") + name + " == nil and 1 or 0") == 1);
  }
  for (const char* name : {"random", "randomseed", "sin", "cos", "tan"})
    CHECK(answer(std::string("return math.") + name + " == nil and 1 or 0") == 1);
  CHECK(answer("return table.sort == nil and 1 or 0") == 1);
  CHECK(wrong_inside("return ('x'):rep(3)").starts_with("2: attempt to index a string value"));
  CHECK(wrong("\x1bLuaQ").find("binary chunk") != std::string::npos);
}

TEST_CASE("a script that does not end, or eats memory, is stopped") {
  CHECK(wrong_inside("while true do end") == "2: it has not come to an end within 1,000,000 instructions");
  CHECK(wrong("while true do end") == "1: it has not come to an end within 1,000,000 instructions");
  CHECK(wrong_inside("local t = {}\nfor i = 1, 1e9 do t[i] = { i } end") == "0: it holds more than 16 MiB of memory");
  CHECK(wrong_inside("local s = 'x'\nfor i = 1, 40 do s = s .. s end") == "0: it holds more than 16 MiB of memory");
  CHECK(wrong_inside("local function f() return 1 + f() end\nreturn f()") == "0: it holds more than 16 MiB of memory");
  CHECK(wrong_inside("return #table.concat({ 'a' }, 'x', 1, 1e9)").starts_with("2: "));
}

TEST_CASE("the limit of time is of one call, not of a run") {
  Script script({"rule.lua", "return function() local n = 0 for i = 1, 100000 do n = n + 1 end return n end", {}});
  Draws draws(here);
  for (std::uint64_t review = 0; review < 30; ++review) CHECK(script.order({}, 0, review, draws) == 100'000);
}

TEST_CASE("an order is a whole number of units, 0 or more") {
  CHECK(wrong_inside("return 2.5") ==
        "0: it returned 2.5, not a whole number of units (see math.floor; 0 orders nothing)");
  CHECK(wrong_inside("") == "0: it returned nil, not a whole number of units (see math.floor; 0 orders nothing)");
  CHECK(wrong_inside("return '3'") ==
        "0: it returned string, not a whole number of units (see math.floor; 0 orders nothing)");
  CHECK(wrong_inside("return 0 / 0").find("not a whole number") != std::string::npos);
  CHECK(wrong_inside("return 1 / 0").find("not a whole number") != std::string::npos);
  CHECK(wrong_inside("return -3") == "0: it returned -3 units; an order is of 0 (none) or more");
}

TEST_CASE("what is wrong is told with its line") {
  CHECK(wrong_inside("local x = nil\nreturn x.y") == "3: attempt to index a nil value (local 'x')");
  CHECK(wrong_inside("error('no such day')") == "2: no such day");
  CHECK(wrong_inside("error({})") == "0: it failed with an error that is no text");
  CHECK(wrong("return function(view)\n  retrun 3\nend").starts_with("2: "));
  CHECK(wrong("return 3") == "0: the file must end with: return function(view, memory, with) … end");
  CHECK(wrong("").find("the file must end with") != std::string::npos);
}
