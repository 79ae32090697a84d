#include "engine/data/strings.h"

#include <fmt/format.h>
#include <algorithm>
#include <filesystem>

#include "engine/data/toml_file.h"

namespace vonk::data {
namespace {

bool isLanguage(std::string_view code) {
    return code.size() == 2 &&
           std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Calls visit(key, text, line) for every text below the table.
template <class Visit>
void forEachText(const Table& table, const std::string& prefix, Visit visit) {
    for (const std::string& key : table.keys()) {
        if (table.kind(key) == Kind::Table)
            forEachText(table.table(key), prefix + key + '.', visit);
        else if (const auto text = table.maybe<std::string>(key))
            visit(prefix + key, *text, table.line(key));
    }
}

}  // namespace

Result<Strings> Strings::parse(const std::vector<std::pair<std::string, std::string>>& files,
                               const std::vector<std::string>& required) {
    Strings strings;
    Errors errors;
    for (const auto& [language, text] : files) {
        File& file = strings.files_[language];
        if (file.name.empty()) file.name = language + ".toml";
        const Result<Table> table = parseToml(text, file.name);
        if (!table) {
            errors.insert(errors.end(), table.error().begin(), table.error().end());
            continue;
        }
        forEachText(*table, "", [&](const std::string& key, const std::string& value, int line) {
            std::string mistake;
            placeholders(value, &mistake);
            if (!mistake.empty()) table->refuse(key, mistake);
            file.entries[key] = {value, line};
        });
        const Errors here = table->errors();
        errors.insert(errors.end(), here.begin(), here.end());
    }
    for (const std::string& language : required)
        if (!strings.files_.contains(language)) errors.push_back({language + ".toml", 0, "", "is missing"});
    if (!strings.files_.contains(baseLanguage) && std::ranges::find(required, baseLanguage) == required.end())
        errors.push_back({std::string(baseLanguage) + ".toml", 0, "", "is missing"});
    if (errors.empty())
        for (const std::string& language : required) {
            const Errors gaps = strings.gaps(language);
            errors.insert(errors.end(), gaps.begin(), gaps.end());
        }
    if (!errors.empty()) return tl::unexpected(std::move(errors));
    return strings;
}

Errors Strings::gaps(const std::string& language) const {
    Errors errors;
    if (!files_.contains(language)) return {{language + ".toml", 0, "", "is missing"}};
    const File& base = files_.find(baseLanguage)->second;
    const File& other = files_.find(language)->second;
    for (const auto& [key, entry] : base.entries) {
        const auto found = other.entries.find(key);
        if (found == other.entries.end()) {
            errors.push_back(
                {other.name, 0, key, fmt::format("is missing ({}:{} has it)", base.name, entry.line)});
            continue;
        }
        const auto wanted = placeholders(entry.text), here = placeholders(found->second.text);
        if (wanted != here)
            errors.push_back(
                {other.name, found->second.line, key,
                 fmt::format("placeholders are {{{}}}, in {}:{} they are {{{}}}", fmt::join(here, ", "),
                             base.name, entry.line, fmt::join(wanted, ", "))});
    }
    for (const auto& [key, entry] : other.entries)
        if (!base.entries.contains(key))
            errors.push_back({other.name, entry.line, key, fmt::format("is not in {}", base.name)});
    return errors;
}

Result<Strings> Strings::read(const std::string& folder, const std::vector<std::string>& required) {
    std::error_code code;
    std::vector<std::pair<std::string, std::string>> files;
    Errors errors;
    for (std::filesystem::directory_iterator entry(folder, code), end; !code && entry != end;
         entry.increment(code)) {
        if (entry->path().extension() != ".toml") continue;
        const std::string language = entry->path().stem().string(), path = entry->path().string();
        if (!isLanguage(language)) {
            errors.push_back({path, 0, "", "is not named after a language of two letters"});
            continue;
        }
        Result<std::string> text = readTextFile(path, defaultTomlLimit);
        if (text)
            files.emplace_back(language, std::move(*text));
        else
            errors.insert(errors.end(), text.error().begin(), text.error().end());
    }
    if (code) return fail({folder, 0, "", fmt::format("cannot be read: {}", code.message())});
    std::sort(files.begin(), files.end());
    Result<Strings> strings = parse(files, required);
    if (!strings)
        for (Error error : strings.error()) {
            error.file = (std::filesystem::path(folder) / error.file).string();
            errors.push_back(std::move(error));
        }
    if (!errors.empty()) return tl::unexpected(std::move(errors));
    return strings;
}

std::vector<std::string> Strings::languages() const {
    std::vector<std::string> result;
    for (const auto& [language, file] : files_) result.push_back(language);
    return result;
}

bool Strings::has(std::string_view language, std::string_view key) const {
    const auto file = files_.find(language);
    return file != files_.end() && file->second.entries.find(key) != file->second.entries.end();
}

std::string_view Strings::text(std::string_view language, std::string_view key) const {
    for (const std::string_view tried : {language, baseLanguage}) {
        const auto file = files_.find(tried);
        if (file == files_.end()) continue;
        const auto entry = file->second.entries.find(key);
        if (entry != file->second.entries.end()) return entry->second.text;
    }
    return key;
}

}  // namespace vonk::data
