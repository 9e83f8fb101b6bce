-- The same request every time. Environment: METHOD, BODY (JSON), BEARER, IF_NONE_MATCH.
wrk.method = os.getenv("METHOD") or "GET"
wrk.headers["Accept"] = "application/json"
if os.getenv("BEARER") then
    wrk.headers["Authorization"] = "Bearer " .. os.getenv("BEARER")
end
if os.getenv("IF_NONE_MATCH") then
    wrk.headers["If-None-Match"] = os.getenv("IF_NONE_MATCH")
end
if os.getenv("BODY") then
    wrk.body = os.getenv("BODY")
    wrk.headers["Content-Type"] = "application/json"
end
dofile(os.getenv("LUA") .. "/report.lua")
