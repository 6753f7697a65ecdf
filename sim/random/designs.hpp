// Points that fill the unit cube evenly: where the factors of a sweep are tried. Used by campaign/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace restock {

/// Coordinates in (0, 1) of a factor, by point.
using DesignColumn = std::vector<double>;

/// A Latin hypercube (McKay, Beckman and Conover 1979): each of `points` equal strata of each factor holds one point.
/// Order and places of a factor's column are addressed by its name, so another factor leaves it alone.
std::vector<DesignColumn> latin_hypercube(std::size_t points, const std::vector<std::string>& factors,
                                          std::uint64_t seed);

inline constexpr std::size_t most_sobol_factors = 100;

/// The first `points` of the Sobol sequence (Sobol' 1967, direction numbers of Joe and Kuo 2008), each factor with a
/// digital shift of its own (Cranley and Patterson 1976, in base 2), addressed by its name. At most
/// `most_sobol_factors`. Numbers of points that are a power of two are spread best.
std::vector<DesignColumn> sobol_points(std::size_t points, const std::vector<std::string>& factors, std::uint64_t seed);

}  // namespace restock
