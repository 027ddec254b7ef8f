{{%AUTOESCAPE context="HTML"}}
<h1>Descartar el borrador</h1>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Confirme solo si no quiere seguir con este borrador. Lo publicado no cambia.</p></details>
<div class="alerta"><p>Se borrará el borrador de la versión {{VERSION}} con {{ACTIVIDADES}} {{ACTIVIDADES:x-segun=actividad/actividades}}. Las tareas de las personas no cambian.</p></div>
<form method="post" novalidate>{{>CSRF}}<div class="acc"><button class="peligro">Descartar el borrador</button> <a href="/plan/{{ID}}/editar">No, seguir con el borrador</a></div></form>
