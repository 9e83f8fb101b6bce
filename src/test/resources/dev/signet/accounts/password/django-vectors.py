# Writes hashes as Django makes them: python3 django-vectors.py > django-hashes.tsv
# Needs: pip install django==5.2.17 bcrypt==5.0.0 argon2-cffi==25.1.0
import base64

import bcrypt
import django
from django.conf import settings

settings.configure(PASSWORD_HASHERS=[
    "django.contrib.auth.hashers." + name + "PasswordHasher"
    for name in ("PBKDF2", "PBKDF2SHA1", "Argon2", "BCryptSHA256", "BCrypt", "Scrypt")])
django.setup()
from django.contrib.auth.hashers import check_password, get_hasher, make_password

PASSWORDS = {
    "plain": "correct horse battery",
    "umlauts": "Grüße aus Köln \u20ac",
    "decomposed": "cafe\u0301 cre\u0300me",
    "emoji": "\U0001f511\U0001f512\U0001f513\U0001f510 keys",
    "long": "0123456789" * 10,
    "seventy-one bytes": "a" * 71,
    "seventy-two bytes": "b" * 72,
}


def emit(kind, password, encoded):
    print("\t".join([kind, base64.b64encode(password.encode()).decode(), encoded]))


print("kind\tpassword in base64\thash")
def cheaper():
    # The first password at the cost Django has by default, the others at less: the test need not take a minute.
    for name in ("pbkdf2_sha256", "pbkdf2_sha1"):
        get_hasher(name).iterations = 20_000
    for name in ("bcrypt_sha256", "bcrypt"):
        get_hasher(name).rounds = 5
    get_hasher("argon2").memory_cost = 1024
    get_hasher("scrypt").work_factor = 2**10


for kind, password in PASSWORDS.items():
    for name in ("pbkdf2_sha256", "pbkdf2_sha1", "argon2", "bcrypt_sha256", "bcrypt", "scrypt"):
        if name == "bcrypt" and len(password.encode()) > 72:
            continue  # bcrypt 5 rejects passwords that earlier versions shortened
        encoded = make_password(password, hasher=name)
        assert check_password(password, encoded)
        emit(kind + " " + name, password, encoded)
    cheaper()
for prefix in (b"2a", b"2b"):
    hashed = bcrypt.hashpw(b"correct horse battery", bcrypt.gensalt(6, prefix)).decode()
    emit("bare " + prefix.decode(), "correct horse battery", hashed)
    if prefix == b"2b":
        emit("bare 2y", "correct horse battery", hashed.replace("$2b$", "$2y$"))
truncated = "0123456789" * 10
emit("bare of the first 72 bytes", truncated, bcrypt.hashpw(truncated.encode()[:72], bcrypt.gensalt(5)).decode())
