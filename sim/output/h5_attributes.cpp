// Attributes: what files, groups and datasets say about themselves.
#include "output/h5.hpp"

namespace restock::h5 {

namespace {

Handle scalar_space() { return Handle(H5Screate(H5S_SCALAR), H5Sclose); }

void put_scalar(const Place& at, const char* name, hid_t stored, hid_t memory, const void* value) {
  prepare_library();
  const Handle space = scalar_space();
  const Handle attribute(
      checked(H5Acreate2(at.id, name, stored, space.get(), H5P_DEFAULT, H5P_DEFAULT), at.path, "cannot write"),
      H5Aclose);
  checked(H5Awrite(attribute.get(), memory, value), at.path, "cannot write");
}

void get_scalar(const Place& at, const char* name, hid_t memory, void* value) {
  const Handle attribute(H5Aopen(at.id, name, H5P_DEFAULT), H5Aclose);
  const Handle space(attribute.get() < 0 ? -1 : H5Aget_space(attribute.get()), H5Sclose);
  if (space.get() < 0 || H5Sget_simple_extent_npoints(space.get()) != 1 || H5Aread(attribute.get(), memory, value) < 0)
    throw ResultError("damaged", at.path, std::string("attribute ") + name + " is missing or not a number");
}

template <class T>
void put_list(const Place& at, const char* name, hid_t stored, const std::vector<T>& values) {
  const hsize_t count = values.size();
  const Handle space(H5Screate_simple(1, &count, nullptr), H5Sclose);
  const Handle attribute(
      checked(H5Acreate2(at.id, name, stored, space.get(), H5P_DEFAULT, H5P_DEFAULT), at.path, "cannot write"),
      H5Aclose);
  checked(H5Awrite(attribute.get(), memory_type<T>(), values.data()), at.path, "cannot write");
}

}  // namespace

void put_attribute(const Place& at, const char* name, std::string_view text) {
  const Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
  H5Tset_size(type.get(), text.size() + 1);  // HDF5 has no empty fixed strings; the terminator keeps them legal
  H5Tset_cset(type.get(), H5T_CSET_UTF8);
  const std::string owned(text);
  put_scalar(at, name, type.get(), type.get(), owned.c_str());
}
void put_attribute(const Place& at, const char* name, double value) {
  put_scalar(at, name, H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, &value);
}
void put_attribute(const Place& at, const char* name, std::int64_t value) {
  put_scalar(at, name, H5T_STD_I64LE, H5T_NATIVE_INT64, &value);
}
void put_attribute(const Place& at, const char* name, std::uint64_t value) {
  put_scalar(at, name, H5T_STD_U64LE, H5T_NATIVE_UINT64, &value);
}

void put_flags(const Place& at, const std::vector<std::string_view>& meanings) {
  std::vector<std::int8_t> values;
  std::string text;
  for (const std::string_view meaning : meanings) {
    values.push_back(static_cast<std::int8_t>(values.size()));
    text += (text.empty() ? "" : " ") + std::string(meaning);
  }
  put_list(at, "flag_values", H5T_STD_I8LE, values);
  put_attribute(at, "flag_meanings", text);
}

void put_masks(const Place& at, const std::vector<std::string>& meanings) {
  std::vector<std::int64_t> masks;
  std::string text;
  for (const std::string& meaning : meanings) {
    masks.push_back(std::int64_t{1} << masks.size());
    text += (text.empty() ? "" : " ") + meaning;
  }
  put_list(at, "flag_masks", H5T_STD_I64LE, masks);
  put_attribute(at, "flag_meanings", text);
}

bool has_attribute(const Place& at, const char* name) { return H5Aexists(at.id, name) > 0; }

std::string text_attribute(const Place& at, const char* name) {
  const Handle attribute(H5Aopen(at.id, name, H5P_DEFAULT), H5Aclose);
  const Handle type(attribute.get() < 0 ? -1 : H5Aget_type(attribute.get()), H5Tclose);
  if (type.get() < 0 || H5Tget_class(type.get()) != H5T_STRING || H5Tis_variable_str(type.get()) > 0 ||
      H5Tget_size(type.get()) > 1'000'000)
    throw ResultError("damaged", at.path, std::string("attribute ") + name + " is missing or not a text");
  std::string text(H5Tget_size(type.get()), '\0');
  if (H5Aread(attribute.get(), type.get(), text.data()) < 0) fail(at.path, std::string("cannot read ") + name);
  return text.substr(0, text.find('\0'));
}

std::int64_t int_attribute(const Place& at, const char* name) {
  std::int64_t value = 0;
  get_scalar(at, name, H5T_NATIVE_INT64, &value);
  return value;
}
std::uint64_t unsigned_attribute(const Place& at, const char* name) {
  std::uint64_t value = 0;
  get_scalar(at, name, H5T_NATIVE_UINT64, &value);
  return value;
}

}  // namespace restock::h5
