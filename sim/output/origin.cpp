#include "output/origin.hpp"

#include "core/hash.hpp"
#include "output/error.hpp"
#include "output/header.hpp"
#include "output/open_result.hpp"

namespace restock {

Origin read_origin(const std::string& path) {
  Origin origin;
  origin.path = path;
  const h5::Handle file = open_any(path, origin.filetype);
  const h5::Place root{file.get(), path};
  origin.header = read_header_attributes(root);
  origin.run = read_run(root);
  const h5::Handle run(H5Gopen2(file.get(), "run", H5P_DEFAULT), H5Gclose);
  origin.built_with = read_ingredients({run.get(), path});
  origin.attributes = H5Lexists(file.get(), "attribution", H5P_DEFAULT) > 0;
  return origin;
}

const std::string& scenario_text(const Origin& origin) {
  const std::string& text = origin.run.scenario_text;
  if (text.empty() || hash_name(text) != origin.header.scenario_hash)
    throw ResultError("damaged", origin.path, "keeps a scenario text that does not fit its hash");
  return text;
}

}  // namespace restock
