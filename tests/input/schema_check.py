"""Says what the JSON Schema makes of scenario files: `accepts`, `refuses` or `unread` (not YAML), one line per file.

Usage: schema_check.py SCHEMA FILE…   (Debian: python3-jsonschema, python3-yaml)
YAML is read by the 1.2 core rules, as editors do: `on` and dates are text, `010` is not a number.
"""
import json
import re
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    yaml_implicit_resolvers = {}


for tag, pattern, first in (
    ("bool", r"true|false", "tf"),
    ("null", r"~|null|", ["~", "n", ""]),
    ("int", r"-?(0|[1-9][0-9]*)", "-0123456789"),
    ("float", r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?", "-0123456789"),
):
    Loader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile("^(%s)$" % pattern), list(first))


def verdict(validator, path):
    try:
        with open(path, encoding="utf-8") as file:
            scenario = yaml.load(file, Loader)
        return "accepts" if validator.is_valid(scenario) else "refuses"
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError, TypeError):
        return "unread"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    for path in sys.argv[2:]:
        print(verdict(validator, path), path)


main()
