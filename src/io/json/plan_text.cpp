#include "ontkoker/io/json/sweep_file.h"
