-- The same request every time. Environment: METHOD, BODY (JSON), FORM (a form), BEARER, BASIC (base64), IF_NONE_MATCH.
wrk.method = os.getenv("METHOD") or "GET"
wrk.headers["Accept"] = "application/json"
if os.getenv("BEARER") then
    wrk.headers["Authorization"] = "Bearer " .. os.getenv("BEARER")
end
if os.getenv("BASIC") then
    wrk.headers["Authorization"] = "Basic " .. os.getenv("BASIC")
end
if os.getenv("FORM") then
    wrk.body = os.getenv("FORM")
    wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
end
if os.getenv("IF_NONE_MATCH") then
    wrk.headers["If-None-Match"] = os.getenv("IF_NONE_MATCH")
end
if os.getenv("BODY") then
    wrk.body = os.getenv("BODY")
    wrk.headers["Content-Type"] = "application/json"
end
dofile(os.getenv("LUA") .. "/report.lua")
