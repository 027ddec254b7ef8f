{{%AUTOESCAPE context="HTML"}}
<!doctype html>
<html lang="es-PE">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{#ERROR_FORMULARIO}}Error: {{/ERROR_FORMULARIO}}{{TITULO}} – Portal de Inducción</title>
<link rel="stylesheet" href="{{ESTILO}}">
<link rel="icon" href="/static/icono.svg" type="image/svg+xml">
<meta name="theme-color" content="#184397">
</head>
<body{{#IMPRIMIR}} class="imp"{{/IMPRIMIR}}>
<a class="salto" href="#contenido">Saltar al contenido</a>
<header class="cab">
<a class="marca" href="/">Portal de Inducción <small>SERVIR · Autoridad Nacional del Servicio Civil</small></a>
{{#SESION}}<div class="yo">
<p><strong>{{USUARIO}}</strong> · {{ROL}}{{#HAY_ENTIDAD}} · {{ENTIDAD}}{{/HAY_ENTIDAD}}</p>
{{#VARIOS_ROLES}}<a href="/cuenta/rol">Cambiar de rol</a>
{{/VARIOS_ROLES}}<a href="/cuenta/sesiones">Mi cuenta</a>
<form method="post" action="/cuenta/salir"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="enl">Salir</button></form>
</div>
{{/SESION}}{{#ANONIMO}}<div class="yo"><a href="/cuenta/ingresar">Ingresar</a></div>
{{/ANONIMO}}</header>
{{#SESION}}<nav aria-label="Principal">
<ul>
{{#NAV_ORH}}<li><a href="/orh/inicio">Inicio</a></li>
<li><a href="/servidor/registrar">Registrar</a></li>
<li><a href="/planilla/subir">Planilla</a></li>
<li><a href="/servidor/lista">Servidores</a></li>
<li><a href="/orh/pendientes">Pendientes</a></li>
<li><a href="/orh/tareas">Tareas</a></li>
{{/NAV_ORH}}{{#NAV_SERVIR}}<li><a href="/servir/inicio">Inicio</a></li>
<li><a href="/servir/revision">Revisión</a></li>
<li><a href="/servidor/lista">Servidores</a></li>
<li><a href="/entidad/lista">Entidades</a></li>
<li><a href="/cifras/tablero">Cifras</a></li>
{{/NAV_SERVIR}}{{#NAV_GESTOR}}<li><a href="/seguimiento/inicio">Inicio</a></li>
<li><a href="/seguimiento/cartera">Cartera</a></li>
<li><a href="/consulta/bandeja">Consultas</a></li>
<li><a href="/servidor/lista">Servidores</a></li>
<li><a href="/cifras/tablero">Cifras</a></li>
{{/NAV_GESTOR}}{{#NAV_MI}}<li><a href="/mi/inicio">Inicio</a></li>
<li><a href="/mi/materiales">Materiales</a></li>
<li><a href="/encuesta/responder">Encuesta</a></li>
{{/NAV_MI}}{{#NAV_MAS}}<li class="mas"><details><summary>Más</summary>
<ul>
{{#NAV_ORH_MAS}}<li><a href="/cifras/tablero">Cifras</a></li>
<li><a href="/plan/inicio">Plan</a></li>
<li><a href="/material/lista">Materiales</a></li>
<li><a href="/orh/transferencias">Transferencias</a></li>
<li><a href="/consulta/lista">Consultas</a></li>
<li><a href="/recordatorio/lista">Recordatorios</a></li>
<li><a href="/encuesta/resultados">Encuesta</a></li>
{{/NAV_ORH_MAS}}{{#NAV_EQUIPO}}<li><a href="/orh/equipo">Equipo</a></li>
{{/NAV_EQUIPO}}{{#NAV_SERVIR_MAS}}<li><a href="/servir/decisiones">Decisiones</a></li>
<li><a href="/muestra/lista">Muestras</a></li>
<li><a href="/mooc/cursos">Cursos</a></li>
<li><a href="/plan/plantillas">Plan</a></li>
<li><a href="/material/lista">Materiales</a></li>
<li><a href="/seguimiento/cartera">Seguimiento</a></li>
<li><a href="/consulta/bandeja">Consultas</a></li>
<li><a href="/recordatorio/lista">Recordatorios</a></li>
<li><a href="/encuesta/resultados">Encuesta</a></li>
{{/NAV_SERVIR_MAS}}{{#NAV_GESTOR_MAS}}<li><a href="/entidad/lista">Entidades</a></li>
<li><a href="/plan/lista">Planes</a></li>
<li><a href="/material/lista">Materiales</a></li>
<li><a href="/encuesta/resultados">Encuesta</a></li>
{{/NAV_GESTOR_MAS}}{{#NAV_CONTROL}}<li><a href="/usuario/lista">Usuarios</a></li>
<li><a href="/auditoria/lista">Auditoría</a></li>
{{/NAV_CONTROL}}{{#NAV_AJUSTES}}<li><a href="/servir/ajustes">Ajustes</a></li>
{{/NAV_AJUSTES}}</ul>
</details></li>
{{/NAV_MAS}}</ul>
</nav>
{{/SESION}}<main id="contenido" tabindex="-1">
{{#AVISO}}<div class="aviso" role="status"><p>{{AVISO_TEXTO}}</p></div>
{{/AVISO}}{{>CONTENIDO}}
</main>
<footer class="pie">
<ul>
<li><a href="/publico/ayuda">Ayuda</a></li>
<li><a href="/publico/constancia">Verificar una constancia</a></li>
<li><a href="/publico/privacidad">Privacidad</a></li>
<li><a href="/publico/accesibilidad">Accesibilidad</a></li>
</ul>
<p><small>Portal de Inducción de SERVIR. Horas en hora de Lima. Número de solicitud: {{NUMERO}}</small></p>
</footer>
</body>
</html>
