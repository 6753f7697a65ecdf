// The options of restock import.
#include "app/grammar.hpp"
#include "app/option_checks.hpp"

namespace restock {

void Grammar::add_import() {
  CLI::App* verb = add_verb("import", "a scenario with tables out of a demand history, deliveries and stock (CSV)",
                            Verb::import_tables);
  verb->add_option("HISTORY", command.inputs,
                   "demand: a line for each order or each bucket, or a column for each product")
      ->required()
      ->type_name("FILE")
      ->expected(1);
  verb->add_option("-o,--output", command.output, "folder for scenario.yaml and its tables")
      ->required()
      ->type_name("DIR");
  verb->add_option("--network", command.intake.network,
                   "ways of goods: from, to and a lead time in days, or deliveries with dates of order and receipt")
      ->type_name("FILE");
  verb->add_option("--stock", command.intake.stock, "what is on hand, the levels in use, cost and price")
      ->type_name("FILE");
  verb->add_option("--column", command.columns,
                   "what a column is called, where it has none of the usual names: product=Article (repeatable)")
      ->type_name("NAME=HEADER")
      ->expected(1)
      ->take_all();
  verb->add_option("--separator", command.intake.separator,
                   "what separates columns, where a file does not tell: comma, semicolon or tab")
      ->check(known("a separator", {"comma", "semicolon", "tab"}));
  verb->add_option("--decimal", command.intake.decimal,
                   "what stands before decimals, where a file does not tell: point or comma")
      ->check(known("a decimal mark", {"point", "comma"}));
  verb->add_option("--start", command.intake.start, "of a history without dates: the first row's, 1998-01")
      ->type_name("DATE");
  verb->add_option("--every", command.intake.every, "of a history without dates: what a row lasts")
      ->check(known("a length of a row", {"day", "week", "month"}));
  verb->add_option("--order-size", command.intake.order_size,
                   "buckets become orders of at most so many units, spread evenly; left out: one order each")
      ->check(whole(1, 1'000'000'000));
  verb->add_option("--lead-time", command.lead_time, "where no table says; default: 14 d")->type_name("DURATION");
  verb->add_option("--site", command.intake.only_site,
                   "name of the only site, of a history without sites; default: shop")
      ->type_name("NAME");
  verb->add_flag("--json", command.json, "problems as JSON");
  verb->add_flag("--force", command.force, "replace existing files");
  verb->add_flag("-q,--quiet", command.quiet, "no remarks");
}

}  // namespace restock
