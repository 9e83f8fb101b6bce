-- Presents the tokens of a file in turn, so that each is new to a node that remembers fewer. Environment: ACCESS_TOKENS (one a
-- line), METHOD (POST: in a JSON body; else as bearer token).
local tokens, turn = {}, 0
for line in io.lines(os.getenv("ACCESS_TOKENS")) do
    tokens[#tokens + 1] = line
end

if os.getenv("METHOD") == "POST" then
    wrk.method = "POST"
    wrk.headers["Content-Type"] = "application/json"
    function request()
        turn = turn % #tokens + 1
        return wrk.format(nil, nil, nil, '{"token":"' .. tokens[turn] .. '"}')
    end
else
    function request()
        turn = turn % #tokens + 1
        return wrk.format(nil, nil, { ["Authorization"] = "Bearer " .. tokens[turn] })
    end
end
dofile(os.getenv("LUA") .. "/report.lua")
