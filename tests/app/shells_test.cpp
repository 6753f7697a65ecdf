// The manual page and the completion of shells: what the shells themselves make of them.
#include "catch.hpp"

#include "shell.hpp"

namespace {

bool is_installed(const std::string& program) {
  return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0;
}

/// Runs a script in a shell, in the scratch folder; what it prints.
std::string run_script(const std::string& shell, const std::string& script) {
  write_file("script", script);
  const std::string line = "cd '" + scratch().string() + "' && timeout 30 " + shell + " script >out.txt 2>err.txt";
  INFO(script);
  const int code = std::system(line.c_str());
  INFO(text_of(scratch() / "err.txt"));
  CHECK(code == 0);
  return text_of(scratch() / "out.txt");
}

void keep_completion(const std::string& shell, const std::string& name) {
  const Answer script = restock("completion " + shell);
  REQUIRE(script.code == 0);
  write_file(name, script.out);
}

/// What bash offers for the last of these words, one a line.
std::string in_bash(const std::string& words) {
  return run_script("bash --norc",
                    "set -u\nsource ./restock.bash\nCOMP_WORDS=(" + words +
                        ")\nCOMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))\n_restock\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n");
}

std::string in_fish(const std::string& line) {
  return run_script("fish --no-config",
                    "source restock.fish\ncomplete -C '" + line + "' | string replace -r '\\t.*' ''\ntrue\n");
}

}  // namespace

TEST_CASE("bash completes verbs, options, listed values, metrics and files") {
  keep_completion("bash", "restock.bash");
  write_file("two words.yaml", "");
  write_file("bashful.h5", "");
  CHECK(in_bash("restock ru") == "run\n");
  CHECK(in_bash("restock sweep stat") == "status\n");
  CHECK(in_bash("restock run --det") == "--detail\n");
  CHECK(in_bash("restock run --detail s") == "site\nstock_point\n");
  CHECK(in_bash("restock run --detail = st") == "stock_point\n");  // bash cuts at =
  CHECK(in_bash("restock sweep --detail o") == "\n");              // a sweep keeps no orders
  CHECK(in_bash("restock sweep status --j") == "--json\n");
  CHECK(in_bash("restock compare --metric fill_") == "fill_rate\n");
  CHECK(in_bash("restock list pol") == "policies\n");
  CHECK(in_bash("restock explain missing_u") == "missing_unit\n");
  CHECK(in_bash("restock explain /summary/me") == "/summary/metric\n/summary/mean\n");
  CHECK(in_bash("restock init --template ''") == "one_warehouse\ntwo_echelons\nport\nmarketplace\n");
  CHECK(in_bash("restock run two\\ w") == "two words.yaml\n");
  CHECK(in_bash("restock run --like bashf") == "bashful.h5\n");
  CHECK(in_bash("restock report bashf") == "bashful.h5\n");
  CHECK(in_bash("restock run --seed ''") == "\n");
}

TEST_CASE("every verb and option of the help is completed") {
  keep_completion("bash", "restock.bash");
  const std::string verbs = in_bash("restock ''");
  const std::string help = restock("--help").out;
  std::size_t count = 0;
  for (std::size_t at = help.find("Subcommands:\n"); (at = help.find("\n  ", at)) != std::string::npos;) {
    at += 3;
    if (help[at] == ' ' || help.find("\n\n", at) == std::string::npos) break;
    const std::string verb = help.substr(at, help.find(' ', at) - at);
    INFO(verb);
    CHECK(("\n" + verbs).find("\n" + verb + "\n") != std::string::npos);
    CHECK(in_bash("restock " + verb + " --hel") == "--help\n");
    ++count;
  }
  CHECK(count >= 17);
}

TEST_CASE("fish completes the same, where it is installed") {
  if (!is_installed("fish")) return;
  keep_completion("fish", "restock.fish");
  write_file("fishy.yaml", "");
  CHECK(in_fish("restock ru") == "run\n");
  CHECK(in_fish("restock sweep stat") == "status\n");
  CHECK(in_fish("restock run --detail s") == "site\nstock_point\n");
  CHECK(in_fish("restock sweep status --js") == "--json\n");
  CHECK(in_fish("restock compare --metric fill_") == "fill_rate\n");
  CHECK(in_fish("restock run fish") == "fishy.yaml\n");
}

TEST_CASE("zsh completes at its prompt, where it is installed") {
  if (!is_installed("zsh")) return;
  keep_completion("zsh", "_restock");
  const auto at_the_prompt = [](const std::string& typed) {
    std::string shown = run_script(
        "zsh -f",
        "zmodload zsh/zpty\nzpty z zsh -f -i\n"
        "zpty -w z \"PS1='>>>'; fpath=($PWD \\$fpath); autoload -U compinit; compinit -u -D; print REA''DY\"\n"
        "zpty -r -m z out '*READY*>>>*'\nzpty -w -n z $'restock " +
            typed + "\\t'\nzpty -w -n z $'\\C-e #END\\n'\nzpty -r -m z out '*END*'\nprint -r -- \"$out\"\n");
    std::erase(shown, '\a');  // it rings where there is more than one way to go on
    return shown;
  };
  CHECK(at_the_prompt("run --det").find("restock run --detail") != std::string::npos);
  CHECK(at_the_prompt("sweep stat").find("restock sweep status") != std::string::npos);
  CHECK(at_the_prompt("compare --metric fill_r").find("--metric fill_rate") != std::string::npos);
}

TEST_CASE("the manual page is clean roff and names every verb, option and exit code") {
  const Answer page = restock("man");
  REQUIRE(page.code == 0);
  for (const char c : page.out) CHECK(static_cast<unsigned char>(c) < 0x80);
  write_file("restock.1", page.out);
  if (!is_installed("groff")) return;
  CHECK(run_script("bash", "groff -man -Tutf8 -ww -z restock.1 2>&1").empty());
  const std::string shown = run_script("bash", "groff -man -Tutf8 -P-cbu restock.1");
  for (const char* text : {"sweep status", "--max-replications", "--template", "75", "SHARD", "…"}) {
    INFO(text);
    CHECK(shown.find(text) != std::string::npos);
  }
}
