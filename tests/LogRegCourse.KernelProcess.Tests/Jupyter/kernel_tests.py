"""Drives the installed kernel with Jupyter's own client: the common suite with every sample, and what it leaves out."""

import unittest

import jupyter_kernel_test as suite


class CSharpKernel(suite.KernelTests):
    kernel_name = ".net-csharp"
    language_name = "C#"
    file_extension = ".cs"
    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oops");'
    completion_samples = [
        {"text": "Console.WriteL", "matches": {"WriteLine"}},
        {"text": "Math.Sq", "matches": {"Sqrt"}},
        {"text": "forea", "matches": {"foreach"}},
    ]
    complete_code_samples = ["1 + 1", "var x = 1;", "for (var i = 0; i < 3; i++) { }"]
    incomplete_code_samples = ["for (var i = 0; i < 3; i++) {", "var x = (1 +"]
    invalid_code_samples = ["var 1x = ;"]
    code_generate_error = 'throw new Exception("wanted");'
    code_execute_result = [{"code": "6 * 7", "result": "42"}, {"code": '"a" + "b"', "result": "ab"}]
    code_display_data = [
        {"code": 'HTML("<b>x</b>").Display();', "mime": "text/html"},
        {"code": '"$x$".DisplayAs("text/latex");', "mime": "text/latex"},
    ]
    code_history_pattern = "6*7*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.Sqrt"
    code_clear_output = "ClearOutput();"

    @unittest.skip("The kernel has no pager: it shows everything in the cell.")
    def test_pager(self):
        pass

    def value(self, code):
        reply, outputs = self.execute_helper(code, timeout=60)
        self.assertEqual(reply["content"]["status"], "ok", reply["content"])
        self.flush_channels()
        return next(o["content"]["data"]["text/plain"] for o in outputs if o["msg_type"] == "execute_result")

    def test_interrupt_keeps_variables(self):
        self.flush_channels()
        self.value("var kept = 41; kept")
        message = self.kc.execute('kept = 42; Console.WriteLine("going"); while (true) { }')
        self.wait_for_text("going")
        self.km.interrupt_kernel()
        reply = self.reply_to(message)
        self.assertEqual(reply["content"]["ename"], "Stopped")
        self.flush_channels()
        self.assertEqual(self.value("kept"), "42")

    def test_interrupt_of_an_await(self):
        self.flush_channels()
        message = self.kc.execute('Console.WriteLine("going"); await Task.Delay(1000000);')
        self.wait_for_text("going")
        self.km.interrupt_kernel()
        self.assertEqual(self.reply_to(message)["content"]["ename"], "Stopped")

    def test_stdin(self):
        self.flush_channels()
        message = self.kc.execute("Console.ReadLine()", allow_stdin=True)
        request = self.kc.get_stdin_msg(timeout=60)
        self.assertEqual(request["msg_type"], "input_request")
        self.kc.input("an answer")
        self.assertEqual(self.reply_to(message)["content"]["status"], "ok")

    def test_cell_that_runs_again_replaces_its_methods(self):
        """As VS Code and JupyterLab send a cell: they name it."""
        self.flush_channels()
        for code, status in [("int F(int n, int m) => 1;", "ok"), ("int F(int n) => 2;", "ok"), ("F(1, 2)", "error")]:
            content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True}
            message = self.kc.session.msg("execute_request", content, metadata={"cellId": "one" if "=>" in code else "two"})
            self.kc.shell_channel.send(message)
            self.assertEqual(self.reply_to(message["header"]["msg_id"])["content"]["status"], status, code)
        self.flush_channels()

    def test_update_display(self):
        self.flush_channels()
        _, outputs = self.execute_helper("var shown = display(1); shown.Update(2);", timeout=60)
        first = next(o for o in outputs if o["msg_type"] == "display_data")
        second = next(o for o in outputs if o["msg_type"] == "update_display_data")
        self.assertEqual(first["content"]["transient"], second["content"]["transient"])

    def test_printed_lines_keep_their_order(self):
        self.flush_channels()
        _, outputs = self.execute_helper("for (var i = 0; i < 20000; i++) Console.WriteLine(i);", timeout=60)
        text = "".join(o["content"]["text"] for o in outputs if o["msg_type"] == "stream")
        self.assertEqual(text.split(), [str(i) for i in range(20000)])

    def wait_for_text(self, text):
        while True:
            message = self.kc.get_iopub_msg(timeout=60)
            if message["msg_type"] == "stream" and text in message["content"]["text"]:
                return

    def reply_to(self, message):
        return reply_to(self.kc, message)


def reply_to(client, message):
    while True:
        reply = client.get_shell_msg(timeout=60)
        if reply["parent_header"]["msg_id"] == message:
            return reply


class Lifetime(unittest.TestCase):
    def test_restart_and_shutdown(self):
        manager, client = suite.start_new_kernel(kernel_name=".net-csharp")
        try:
            client.execute("var before = 1;")
            manager.restart_kernel(now=False)
            client.wait_for_ready(timeout=60)
            reply = reply_to(client, client.execute("before"))
            self.assertEqual(reply["content"]["ename"], "CompilationError")
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=False)
        self.assertFalse(manager.is_alive())

    def test_last_words_of_a_cell_that_ends_the_process(self):
        manager, client = suite.start_new_kernel(kernel_name=".net-csharp")
        try:
            client.execute('Console.WriteLine("last words"); Environment.Exit(7);')
            while True:
                message = client.get_iopub_msg(timeout=30)
                if message["msg_type"] == "stream":
                    break
            self.assertEqual(message["content"]["text"].strip(), "last words")
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    unittest.main(verbosity=2)
