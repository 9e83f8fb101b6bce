-- The last line of every measurement, which measure.sh reads.
done = function(summary, latency)
    local e = summary.errors
    io.write(string.format(
        "MEASURED %d %.1f %.2f %.2f %d\n",
        summary.requests,
        summary.requests / (summary.duration / 1e6),
        latency:percentile(50) / 1000,
        latency:percentile(99) / 1000,
        e.connect + e.read + e.write + e.status + e.timeout
    ))
end
