# What is installed, and the packages made of it. Included by the CMakeLists.txt of the top level.
#   runtime      the program, its manual page, completions, scenarios to read and run, the licence
#   development  the library, its one header, what find_package(restock) needs
include(GNUInstallDirs)
# Installing builds nothing: what is built by default includes the tests.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

set(documents ${CMAKE_INSTALL_DATADIR}/doc/restock)
set(zsh_functions ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
if(EXISTS /etc/debian_version)
  set(zsh_functions ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
endif()

install(TARGETS restock RUNTIME COMPONENT runtime)

# The program writes its own pages, so they can only say what it does.
set(pages ${CMAKE_BINARY_DIR}/generated/pages)
install(CODE "
  file(MAKE_DIRECTORY \"${pages}\")
  foreach(page IN ITEMS \"restock.1:man\" \"restock.bash:completion bash\" \"_restock:completion zsh\"
                        \"restock.fish:completion fish\" \"restock.schema.json:schema\")
    string(REPLACE \":\" \";\" page \"\${page}\")
    list(GET page 0 file)
    list(GET page 1 arguments)
    separate_arguments(arguments)
    execute_process(COMMAND \"$<TARGET_FILE:restock>\" \${arguments} OUTPUT_FILE \"${pages}/\${file}\" RESULT_VARIABLE code)
    if(code)
      message(FATAL_ERROR \"restock \${arguments}: \${code}. Build before you install: cmake --build ${CMAKE_BINARY_DIR} --target restock\")
    endif()
  endforeach()" COMPONENT runtime)
install(FILES ${pages}/restock.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT runtime)
install(FILES ${pages}/restock.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME restock
  COMPONENT runtime)
install(FILES ${pages}/_restock DESTINATION ${zsh_functions} COMPONENT runtime)
install(FILES ${pages}/restock.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT runtime)
install(FILES ${pages}/restock.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/restock COMPONENT runtime)
install(DIRECTORY scenarios DESTINATION ${CMAKE_INSTALL_DATADIR}/restock COMPONENT runtime)
install(FILES LICENSE DESTINATION ${documents} RENAME copyright COMPONENT runtime)
install(FILES README.md sim/CHANGELOG.md DESTINATION ${documents} COMPONENT runtime)
install(FILES analysis/README.md DESTINATION ${documents} RENAME results.md COMPONENT runtime)

install(TARGETS restock_sim EXPORT restock ARCHIVE COMPONENT development)
set_target_properties(restock_sim PROPERTIES EXPORT_NAME sim)
install(FILES sim/library/restock.hpp DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/restock COMPONENT development)
set(config ${CMAKE_INSTALL_LIBDIR}/cmake/restock)
install(EXPORT restock NAMESPACE restock:: FILE restock-targets.cmake DESTINATION ${config} COMPONENT development)
include(CMakePackageConfigHelpers)
configure_package_config_file(scripts/package/restock-config.cmake.in ${CMAKE_BINARY_DIR}/generated/restock-config.cmake
  INSTALL_DESTINATION ${config})
write_basic_package_version_file(${CMAKE_BINARY_DIR}/generated/restock-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/generated/restock-config.cmake
  ${CMAKE_BINARY_DIR}/generated/restock-config-version.cmake DESTINATION ${config} COMPONENT development)

# cpack: a .tgz of everything, and two .deb whose dependencies are read off the program.
set(CPACK_GENERATOR TGZ DEB)
set(CPACK_PACKAGE_VENDOR "The Restock authors")
set(CPACK_PACKAGE_CONTACT "The Restock authors <restock@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "discrete-event supply chain simulator")
set(CPACK_PACKAGE_DESCRIPTION "Follows every customer order through suppliers, plants, ports, warehouses and stores: shipped,
 backordered, lost or cancelled, and why; compares policies on the same customers.")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL runtime development)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME restock)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION science)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME librestock-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  "libyaml-cpp-dev, libfmt-dev, libhdf5-dev, liblua5.4-dev")
include(CPack)
