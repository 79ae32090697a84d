// Texts: the bytes as a file of them in two languages (cut at a line "===="), and as one text with
// placeholders.
#include "engine/data/strings.h"
#include "input.h"

using namespace vonk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view all = fuzz::text(data, size);
    const std::size_t cut = std::min(all.find("\n====\n"), all.size());
    const std::string dutch(all.substr(0, cut));
    const std::string english(cut == all.size() ? all : all.substr(cut + 6));
    const auto strings = data::Strings::parse({{"nl", dutch}, {"en", english}});
    if (strings) {
        VONK_ASSERT(strings->languages().size() == 2);
        static_cast<void>(strings->format("en", "a", {{"name", 1.5}, {"price", "x"}}));
        VONK_ASSERT(strings->text("nl", "no.such.key") == "no.such.key");
    } else {
        fuzz::checkRefusal(strings.error());
    }

    std::string mistake;
    const auto names = data::placeholders(all, &mistake);
    for (const std::string_view language : {"nl", "en", "de"}) {
        for (const double value : {0.0, 1.0, -0.5, 1e300, -1e-300}) {
            std::vector<data::Argument> arguments;
            for (const std::string& name : names)
                if (arguments.size() < 10) arguments.emplace_back(name, value);
            static_cast<void>(data::formatText(all, language, std::span<const data::Argument>(arguments)));
        }
    }
    return 0;
}
