-- Requests a code in a signed-in browser for a client that needs no consent. Environment: COOKIE, CODES (a file
-- to which the codes are written, one a line).
wrk.headers["Accept"] = "text/html"
wrk.headers["Cookie"] = os.getenv("COOKIE")

local codes = io.open(os.getenv("CODES"), "a")

function response(status, headers, body)
    codes:write(headers["Location"]:match("[?&]code=([^&]+)"), "\n")
end
dofile(os.getenv("LUA") .. "/report.lua")
