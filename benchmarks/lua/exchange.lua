-- Exchanges each code of a file once, and stops when there is none left. Environment: CODES (one a line), BASIC (base64),
-- REDIRECT_URI (encoded for a form), VERIFIER. One wrk thread only.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
wrk.headers["Authorization"] = "Basic " .. os.getenv("BASIC")

local codes = io.lines(os.getenv("CODES"))
local form = "grant_type=authorization_code&redirect_uri=" .. os.getenv("REDIRECT_URI") .. "&code_verifier=" .. os.getenv("VERIFIER")

function request()
    local code = codes()
    if not code then
        wrk.thread:stop()
        -- wrk sends every request that was built, so this one is sent and counted as bad.
        code = "none-left"
    end
    return wrk.format(nil, nil, nil, form .. "&code=" .. code)
end
dofile(os.getenv("LUA") .. "/report.lua")
