"""Several students of a JupyterHub, each by the hub's and the notebook server's HTTP interface.

hub_trial.py HUB TOKEN NAME...: starts a server for each name, runs a cell in a kernel of each at the same time, and
prints a line of JSON: {name: [result, lessons]}.
"""
import asyncio
import json
import sys
import uuid

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import websocket_connect

hub, token, names = sys.argv[1], sys.argv[2], sys.argv[3:]
headers = {"Authorization": f"token {token}", "Content-Type": "application/json"}


async def call(method, path, body=None, ok=(200, 201, 202, 204)):
    text = None if method in ("GET", "DELETE") else json.dumps(body or {})
    answer = await AsyncHTTPClient().fetch(HTTPRequest(hub + path, method, headers, text, request_timeout=60), raise_error=False)
    if answer.code not in ok:
        raise SystemExit(f"{method} {path}: {answer.code} {answer.body.decode()}")
    return json.loads(answer.body) if answer.body else None


async def start(name):
    await call("POST", f"/hub/api/users/{name}", ok=(201, 409))
    await call("POST", f"/hub/api/users/{name}/server")
    for _ in range(300):
        if (await call("GET", f"/hub/api/users/{name}"))["server"]:
            return
        await asyncio.sleep(0.5)
    raise SystemExit(f"The server of {name} did not start.")


async def run(name, number):
    kernel = await call("POST", f"/user/{name}/api/kernels", {"name": ".net-csharp"})
    address = hub.replace("http", "ws", 1) + f"/user/{name}/api/kernels/{kernel['id']}/channels"
    socket = await websocket_connect(HTTPRequest(address, headers=headers, request_timeout=60))
    message = uuid.uuid4().hex
    code = f'#r "bin/LogRegCourse.dll"\nvar mine = {number};\nLogRegCourse.Logistic.Sigmoid(0) + mine'
    await socket.write_message(json.dumps({
        "header": {"msg_id": message, "msg_type": "execute_request", "username": name, "session": message, "version": "5.3", "date": ""},
        "parent_header": {}, "metadata": {}, "channel": "shell",
        "content": {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True},
    }))
    while True:
        answer = json.loads(await asyncio.wait_for(socket.read_message(), 120))
        if answer["parent_header"].get("msg_id") != message:
            continue
        if answer["msg_type"] == "execute_result":
            result = answer["content"]["data"]["text/plain"]
            break
        if answer["msg_type"] == "error":
            result = "\n".join(answer["content"]["traceback"])
            break
    lessons = [item["name"] for item in (await call("GET", f"/user/{name}/api/contents"))["content"] if item["type"] == "notebook"]
    await call("DELETE", f"/user/{name}/api/kernels/{kernel['id']}")
    return [result, lessons]


async def main():
    await asyncio.gather(*(start(name) for name in names))
    results = await asyncio.gather(*(run(name, number + 1) for number, name in enumerate(names)))
    await asyncio.gather(*(call("DELETE", f"/hub/api/users/{name}/server") for name in names))
    print(json.dumps(dict(zip(names, results))))


asyncio.run(main())
