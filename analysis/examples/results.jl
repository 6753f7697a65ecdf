# A result in Julia: alternatives compared, paired by replication, and the time series.
# usage: julia results.jl RESULT.h5 [METRIC]                               (packages: HDF5, Distributions)
using HDF5, Distributions, Dates, Printf

path, metric = ARGS[1], get(ARGS, 2, "fill_rate")

half_width(x) = quantile(TDist(length(x) - 1), 0.975) * std(x) / sqrt(length(x))

h5open(path, "r") do file
    names = read(file["alternative"])
    # Julia counts axes the other way round: [replication, alternative] is one column an alternative.
    values = read(file[metric])
    @printf("%s [%s], %d replications\n", metric, read_attribute(file[metric], "units"), size(values, 1))
    for (i, name) in enumerate(names)
        own = filter(!isnan, values[:, i])
        line = @sprintf("%-24s %.6g ± %.3g", name, mean(own), half_width(own))
        if name != "base"
            difference = filter(!isnan, values[:, i] - values[:, 1])
            line *= @sprintf("   against base %+.6g ± %.3g", mean(difference), half_width(difference))
        end
        println(line)
    end

    if haskey(file, "timeseries")
        start = Date(read_attribute(file, "start")[1:10])
        on_hand = read(file["timeseries/on_hand"])  # of the whole network: [time, alternative]
        days = read(file["timeseries/time"])
        println("\non hand in base, mean over replications")
        for t in 1:min(5, length(days))
            println(start + Day(floor(Int, days[t])), "  ", on_hand[t, 1])
        end
    end
end
