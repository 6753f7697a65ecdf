"""An editor's language server reads a scenario with our schema: completion, hover, and what it underlines.

usage: language_server.py RESTOCK SCRATCH      exit code 77: there is no npm, or it cannot fetch the server
"""
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

binary, scratch = sys.argv[1], Path(sys.argv[2])
here = Path(__file__).resolve().parent


def install():
    """The server of the lock file, once in the scratch folder."""
    if not shutil.which("npm") or not shutil.which("node"):
        print("npm is not installed, so no editor was asked")
        sys.exit(77)
    scratch.mkdir(parents=True, exist_ok=True)
    server = scratch / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    if not server.exists():
        for name in ("package.json", "package-lock.json"):
            shutil.copy(here / name, scratch / name)
        got = subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=scratch, timeout=240,
                             capture_output=True, text=True)
        if got.returncode != 0:
            print("npm cannot fetch the language server:", got.stderr[-300:])
            sys.exit(77)
    return server


class Editor:
    """Speaks the language server protocol, as editors do."""

    def __init__(self, server):
        self.process = subprocess.Popen(["node", str(server), "--stdio"], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.number, self.diagnostics = 0, {}
        self.ask("initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": {
            "textDocument": {"completion": {"completionItem": {"snippetSupport": False}}}}})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": {"yaml": {
            "completion": True, "hover": True, "validate": True, "schemaStore": {"enable": False}}}})

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while (line := self.process.stdout.readline().strip()):
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(self.process.stdout.read(length))

    def tell(self, method, parameters):
        self.send({"method": method, "params": parameters})

    def handle(self, message):
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:  # the server asks
            wants = message.get("params", {}).get("items", []) if message["method"] == "workspace/configuration" else None
            self.send({"id": message["id"], "result": [None] * len(wants) if wants is not None else None})

    def ask(self, method, parameters):
        self.number += 1
        self.send({"id": self.number, "method": method, "params": parameters})
        while True:
            message = self.receive()
            if message.get("id") == self.number and "method" not in message:
                return message.get("result")
            self.handle(message)

    def open(self, name, text):
        path = scratch / name
        path.write_text(text, encoding="utf-8")
        self.diagnostics.pop(path.as_uri(), None)
        self.tell("textDocument/didOpen", {"textDocument": {"uri": path.as_uri(), "languageId": "yaml", "version": 1,
                                                            "text": text}})
        return path.as_uri()

    def at_caret(self, method, name, text):
        """Asks about the place of the ^ in the text, which is not part of it."""
        line = text[:text.index("^")].count("\n")
        column = text.index("^") - (text.rfind("\n", 0, text.index("^")) + 1)
        uri = self.open(name, text.replace("^", ""))
        return self.ask(method, {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}})

    def completions(self, name, text):
        answer = self.at_caret("textDocument/completion", name, text) or {"items": []}
        return [item["label"] for item in (answer["items"] if isinstance(answer, dict) else answer)]

    def hover(self, name, text):
        answer = self.at_caret("textDocument/hover", name, text)
        contents = answer["contents"] if answer else ""
        return contents["value"] if isinstance(contents, dict) else str(contents)

    def underlined(self, name, text):
        uri = self.open(name, text)
        while uri not in self.diagnostics:
            self.handle(self.receive())
        return [entry["message"] for entry in self.diagnostics[uri]]


HEAD = "# yaml-language-server: $schema=restock.schema.json\n"
REST = """length: 30 d
products: { kettle: { cost: 10, price: 20 } }
sites:
  maker: { kind: supplier }
  shop: { kind: store }
lanes:
  - { from: maker, to: shop, transit: 3 d }
demand:
  walk-in: { at: shop, arrivals: "poisson(5 per d)" }
"""


def main():
    editor = Editor(install())
    schema = subprocess.run([binary, "schema"], capture_output=True, text=True, check=True).stdout
    (scratch / "restock.schema.json").write_text(schema, encoding="utf-8")

    keys = editor.completions("keys.yaml", HEAD + REST + "re^")
    assert {"replenishment", "records", "replications"} <= set(keys), keys
    kinds = editor.completions("kinds.yaml", HEAD + "length: 30 d\nsites:\n  maker:\n    kind: ^\n")
    assert {"supplier", "plant", "warehouse", "store", "port"} <= set(kinds), kinds
    policies = editor.completions("policies.yaml", HEAD + REST + "replenishment:\n  shop:\n    at: shop\n    policy: ^\n")
    assert {"min_max", "reorder_point", "base_stock"} <= set(policies), policies
    words = editor.completions("words.yaml", HEAD + REST + "customers:\n  sees: ^\n")
    assert {"record", "shelf"} <= set(words), words

    told = subprocess.run([binary, "explain", "warmup"], capture_output=True, text=True, check=True).stdout
    hover = editor.hover("hover.yaml", HEAD + REST + "warm^up: 3 d\n")
    assert hover and "simulated before" in hover and "simulated before" in told, (hover, told)

    right = editor.underlined("right.yaml", HEAD + REST + "replenishment:\n  shop: { at: shop, policy: min_max, s: 3, S: 9 }\n")
    assert right == [], right
    wrong = editor.underlined("wrong.yaml", HEAD + REST + "warmpu: 3 d\n")
    assert any("warmpu" in message for message in wrong), wrong
    unit = editor.underlined("unit.yaml", HEAD + REST.replace("length: 30 d", "length: 30"))
    assert unit, "a time without a unit was not underlined"
    editor.process.kill()
    print("an editor completes, explains and underlines")


main()
