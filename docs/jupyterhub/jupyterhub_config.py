# JupyterHub for a class: every student has an own server, own copies of the lessons and own C# kernels.
import os

c = get_config()  # noqa: F821

here = os.path.dirname(os.path.abspath(__file__))

# Students log in with their accounts on this machine. Put a web server with TLS in front; the hub itself stays local.
c.JupyterHub.authenticator_class = "pam"
c.JupyterHub.bind_url = "http://127.0.0.1:8000"

# The hub's own files hold the tokens of every student's server: a folder for the hub's account alone.
private = os.path.abspath("hub-private")
os.makedirs(private, mode=0o700, exist_ok=True)
os.chmod(private, 0o700)
c.JupyterHub.db_url = f"sqlite:///{private}/jupyterhub.sqlite"
c.JupyterHub.cookie_secret_file = os.path.join(private, "cookie-secret")

c.Spawner.cmd = [os.path.join(here, "start-singleuser.sh")]
c.Spawner.default_url = "/tree"
# The first start of a server copies the lessons.
c.Spawner.start_timeout = 120

# A kernel takes up to 310 MB (lesson 6): ten running kernels fill 3 GB. Idle ones end after an hour.
c.Spawner.args = [
    "--MappingKernelManager.cull_idle_timeout=3600",
    "--MappingKernelManager.cull_interval=300",
]
