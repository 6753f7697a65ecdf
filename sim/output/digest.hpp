// The canonical digest of a result: equal for bit-identical results, whatever their chunking, compression or run facts.
#pragma once

#include <string>

namespace restock {

/// 32 hexadecimal digits over every dataset and attribute outside /run, by path. Throws ResultError.
std::string digest(const std::string& path);

}  // namespace restock
