{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Publicar el plan, versión {{VERSION}}</h1>
<p class="lead">{{ENTIDAD}}: {{ACTIVIDADES}} {{ACTIVIDADES:x-segun=actividad/actividades}}, {{PROPIAS}} propias.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Escriba el documento con que su entidad aprobó el plan y desde cuándo rige. Lo publicado no se cambia: si hace falta, se prepara otra versión.</p></details>
<div class="alerta"><h2>A quiénes alcanza</h2>
<ul>
<li>Quienes registre desde ahora reciben sus tareas según esta versión.</li>
{{#CONSERVAN}}<li>{{CON_ANTERIOR:x-miles}} {{CON_ANTERIOR:x-segun=persona ya tiene tareas y las conserva/personas ya tienen tareas y las conservan}} como están.</li>
{{/CONSERVAN}}{{#HAY_ANTERIOR}}<li>La versión {{ANTERIOR}} queda reemplazada.</li>
{{/HAY_ANTERIOR}}{{#FALTAN_TAREAS}}<li>{{SIN_TAREAS:x-miles}} {{SIN_TAREAS:x-segun=persona está en inducción y no tiene/personas están en inducción y no tienen}} tareas: usted decide abajo si las reciben.</li>
{{/FALTAN_TAREAS}}</ul></div>
<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_DOCUMENTO}}
<div class="fila">{{>CAMPO_FECHA_APROBACION}}{{>CAMPO_VIGENTE}}</div>
{{#FALTAN_TAREAS}}{{>CAMPO_TAMBIEN}}
{{/FALTAN_TAREAS}}<div class="acc"><button>Publicar el plan</button> <a href="/plan/{{ID}}/editar">Volver al borrador</a></div>
</form>
