// Where in a TOML file a key stands: for whoever finds a mistake in what a file says after it was read.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace vonk::data {

class TomlReader;

class Lines {
  public:
    // A file that cannot be read has no lines.
    explicit Lines(const std::string& path);

    // Of a dotted key, "stars[1].limit"; of the nearest table or list around it where it is missing. 0: not
    // known.
    int of(std::string_view key) const;

  private:
    std::shared_ptr<const TomlReader> reader_;
};

}  // namespace vonk::data
