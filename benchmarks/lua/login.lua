-- Logs in as user1, user2, … in turn, or in steps of STEP, so that neighbours in time are none in the tables.
-- Environment: USERS (how many), PASSWORD, STEP (1).
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"

local users, step, turn = tonumber(os.getenv("USERS")), tonumber(os.getenv("STEP") or 1), 0
local body = '{"username":"user%d","password":"' .. os.getenv("PASSWORD") .. '"}'

function request()
    turn = (turn + step) % users
    return wrk.format(nil, nil, nil, body:format(turn + 1))
end
dofile(os.getenv("LUA") .. "/report.lua")
