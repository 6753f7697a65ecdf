#include "fuzz/targets.hpp"

#include "script/script.hpp"

namespace restock::fuzz {

void script(std::string_view bytes) {
  const ScriptProgram program{"rule.lua", std::string(bytes), {{"S", 40.0}, {"share", 0.25}}};
  if (const auto problem = check_script(program, 10)) {
    expect(!problem->message.empty() && problem->line >= 0, "a problem is told");
    return;
  }
  try {
    Script rule(program);
    for (std::uint64_t review = 0; review < 3; ++review) {
      PlannerView view;
      view.now = static_cast<Time>(review) * day;
      view.on_record = 7 - 5 * static_cast<Quantity>(review);
      view.backlog = static_cast<Quantity>(review);
      Draws draws(Address{7, 3, 99, Purpose::script, review});
      expect(rule.order(view, static_cast<std::uint32_t>(review % 2), review, draws) >= 0, "an order is not negative");
    }
  } catch (const ScriptFailed&) {
    return;  // told to the user, with its line
  }
}

}  // namespace restock::fuzz
