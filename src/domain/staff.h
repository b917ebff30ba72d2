// Professionals as they meet families: who stands at a server, how much they know, what is left of their hours.
#pragma once
#include "ontkoker/domain/step.h"

namespace ontkoker {

// A post for each server of the services that an actor works in; services with places have none.
void open_posts(World& world, const Parameters& parameters, const Draws& draws);
// The posts of one line of help that was opened later.
void open_line_posts(World& world, std::size_t service, const Parameters& parameters, const Draws& draws);
// What successors bring along: breadth, depth, risk, experience (C1, C3).
void fill_post(const World& world, std::size_t service, std::size_t server, Professional& post, const Parameters& now, const Draws& draws);

// The post at a server, or nullptr where servers have none.
const Professional* post_at(const World& world, std::size_t service, ServerId server);
// Who stands at a server now.
Face face_at(const World& world, std::size_t service, ServerId server);

// C3: what a newcomer misses, 1 for who has learnt the work.
double skill(const Professional* post, const Workforce& now);
// C9: what is left of depth for complex cases at this breadth (0..1), with consult of specialists near by.
double depth(const Professional* post, double breadth, const Workforce& now);
// C9: how much consult there is, 0..1.
double consult(const Workforce& now);
// What help achieves against full hours and skill: who helps, and whether the present can give all hours (C3, C9).
double help_strength(const World& world, ChildId child, const Workforce& now);

// A new face in running help: counted, and the family tells less (A6, C3).
void meet_new_face(Step& step, ChildId child);

// Share of an intake's time that is left when work is steered on the queue (C7).
double steered_share(const Step& step);

}  // namespace ontkoker
