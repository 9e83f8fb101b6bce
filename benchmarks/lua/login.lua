-- Logs in as user1, user2, … in turn. Environment: USERS (how many), PASSWORD.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"

local users, turn, bodies = tonumber(os.getenv("USERS")), 0, {}
for user = 1, users do
    bodies[user] = string.format('{"username":"user%d","password":"%s"}', user, os.getenv("PASSWORD"))
end

function request()
    turn = turn % users + 1
    return wrk.format(nil, nil, nil, bodies[turn])
end
dofile(os.getenv("LUA") .. "/report.lua")
