-- Rotates refresh tokens: the token of each response is appended to the queue, so that none is presented twice.
-- Environment: TOKENS (a file with one refresh token a line, more of them than connections), ACCESS_TOKENS (a file to which the
-- access tokens are written, if set), FORM (a form to which the token is appended, in place of JSON). One wrk thread only.
wrk.method = "POST"
local form = os.getenv("FORM")
wrk.headers["Content-Type"] = form and "application/x-www-form-urlencoded" or "application/json"

local queue, first, last = {}, 1, 0
local written = os.getenv("ACCESS_TOKENS") and io.open(os.getenv("ACCESS_TOKENS"), "a")
for line in io.lines(os.getenv("TOKENS")) do
    last = last + 1
    queue[last] = line
end

function request()
    local token = queue[first]
    if not token then
        error("more connections than tokens")
    end
    queue[first] = nil
    first = first + 1
    return wrk.format(nil, nil, nil, form and form .. token or '{"refresh_token":"' .. token .. '"}')
end

function response(status, headers, body)
    local token = body:match('"refresh_token":"([^"]+)"')
    if token then
        last = last + 1
        queue[last] = token
    end
    if written then
        written:write(body:match('"access_token":"([^"]+)"'), "\n")
    end
end
dofile(os.getenv("LUA") .. "/report.lua")
