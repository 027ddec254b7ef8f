{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Deshacer la planilla</h1>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Retire de una vez lo que registró una planilla equivocada. Se puede mientras nadie haya trabajado con sus personas: ni avances, ni cambios, ni invitaciones.</p></details>
<div class="alerta"><p>{{REGISTRADAS:x-segun=La/Las}} <strong>{{REGISTRADAS:x-miles}}</strong> {{REGISTRADAS:x-segun=persona/personas}} que registró «{{NOMBRE}}» {{REGISTRADAS:x-segun=dejará/dejarán}} de figurar en su entidad, y las filas por corregir se descartan. Los cambios a personas que ya estaban no se deshacen. La auditoría conserva lo hecho.</p></div>
<form method="post" novalidate>{{>CSRF}}<div class="acc"><button class="peligro">Deshacer la planilla</button> <a href="/planilla/{{ID}}/vista">No, volver a la planilla</a></div></form>
