// What the libraries expect from a runtime with exceptions and stack guards, which the browser build does not have.
#include <cstdlib>
#include <exception>

#include <boost/throw_exception.hpp>

namespace boost {

// Input is checked before it reaches Boost, so arriving here is a fault of the program.
void throw_exception(const std::exception&) { std::abort(); }
void throw_exception(const std::exception&, const boost::source_location&) { std::abort(); }

}  // namespace boost

extern "C" {
unsigned long __stack_chk_guard = 0xdeadbeef;
void __stack_chk_fail() { __builtin_trap(); }
}

// Scratch of a thread is never given back: the one thread ends with the program.
extern "C" int __cxa_thread_atexit(void (*)(void*), void*, void*) { return 0; }
