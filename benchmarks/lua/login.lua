-- Logs in as user1, user2, … in turn, or in steps of STEP, so that neighbours in time are none in the tables.
-- Environment: USERS (how many), PASSWORD, STEP (1), FORM (a form with "{user}" for the number of the user, in place of JSON).
wrk.method = "POST"
local form = os.getenv("FORM")
wrk.headers["Content-Type"] = form and "application/x-www-form-urlencoded" or "application/json"

local users, step, turn = tonumber(os.getenv("USERS")), tonumber(os.getenv("STEP") or 1), 0
local body = form or '{"username":"user{user}","password":"' .. os.getenv("PASSWORD") .. '"}'

function request()
    turn = (turn + step) % users
    return wrk.format(nil, nil, nil, (body:gsub("{user}", turn + 1)))
end
dofile(os.getenv("LUA") .. "/report.lua")
