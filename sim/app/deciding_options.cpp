#include "app/deciding_options.hpp"

#include "app/option_checks.hpp"

namespace restock {

void add_deciding_options(CLI::App& run, Command& command, DecidingWords words) {
  run.add_option(
         "--warmup", words.warmup,
         "a duration, or detect: find by pilots how long it takes until mean_on_hand and mean_on_order have "
         "settled; detect:METRIC,… looks at others, METRIC@sites and METRIC@stock_points at each place for itself")
      ->type_name("DURATION|detect");
  CLI::Option* precision =
      run.add_option("--precision", command.precision,
                     "add replications until the metric's 95 % interval is this narrow in every alternative: "
                     "METRIC:1% of its mean, or METRIC:0.5 in its unit (repeatable)")
          ->type_name("METRIC:WIDTH")
          ->expected(1)
          ->take_all();
  CLI::Option* select = run.add_option("--select", command.select,
                                       "add replications until it is known which alternative is best in --primary; "
                                       "those that fall out get no more")
                            ->check(known("something to select", {"best"}))
                            ->excludes(precision);
  CLI::Option* primary =
      run.add_option("--primary", command.primary, "of --select: the metric")->type_name("METRIC")->needs(select);
  CLI::Option* indifference =
      run.add_option("--indifference", command.indifference,
                     "of --select: a difference in the metric's unit that is not worth knowing; smaller ones may be "
                     "missed")
          ->type_name("NUMBER")
          ->needs(select);
  select->needs(primary)->needs(indifference);
  run.add_option("--confidence", command.confidence, "of --select: probability of choosing right (0.95)")
      ->check(CLI::Range(0.5, 0.9999))
      ->needs(select);
  run.add_option("--max-replications", words.most_replications,
                 "give up there; default: 1000, or ten times the first stage (`replications`, at least 20)")
      ->check(whole(2, 1'000'000));
}

}  // namespace restock
